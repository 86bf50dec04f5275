package io.gauntlet.noise.sample;

import io.gauntlet.noise.Noise;
import java.util.ArrayList;
import java.util.List;

/** A program that notes how it was run, where the JDK keeps what every loader sees. */
public final class Program {

    /** The property that it writes. */
    public static final String NOTE = "gauntlet.noise.sample.note";

    private Program() {}

    /** Notes whether it is noisy, and its words; refuses the word {@code fail}. */
    public static void main(String[] words) {
        List<String> notes = new ArrayList<>(List.of(words));
        notes.add(0, "noisy " + Noise.isActive(Program.class));
        notes.add("points " + (Noise.pointsWritten(TwoLocks.class) > 0));
        notes.add("context " + (Thread.currentThread().getContextClassLoader() == Program.class.getClassLoader()));
        System.setProperty(NOTE, String.join(", ", notes));
        if (notes.contains("fail")) {
            throw new UnsupportedOperationException("asked to fail");
        }
    }
}
