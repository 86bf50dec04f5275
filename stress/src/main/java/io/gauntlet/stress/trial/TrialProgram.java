package io.gauntlet.stress.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The program that a check's JVM runs.
 *
 * @param mainClass its main class, on the class path of this JVM
 * @param jvmArguments options of the JVM
 * @param commandLine the words that {@code main} is given
 * @param alone whether it wants the machine to itself: its threads wait by spinning, and crawl where others run too
 */
public record TrialProgram(
        String mainClass,
        List<String> jvmArguments,
        Function<TrialArguments, List<String>> commandLine,
        boolean alone) {

    public TrialProgram {
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns a program that understands {@link TrialArguments} as they are. */
    public static TrialProgram of(Class<?> mainClass, String... jvmArguments) {
        return new TrialProgram(
                mainClass.getName(), List.of(jvmArguments), TrialArguments::toCommandLine, /* alone= */ false);
    }

    /** Returns this program with more options of its JVM: properties, an agent. */
    public TrialProgram with(List<String> moreJvmArguments) {
        List<String> all = new ArrayList<>(jvmArguments);
        all.addAll(moreJvmArguments);
        return new TrialProgram(mainClass, all, commandLine, alone);
    }

    /** Returns this program, to be run while no other is. */
    public TrialProgram runAlone() {
        return new TrialProgram(mainClass, jvmArguments, commandLine, /* alone= */ true);
    }
}
