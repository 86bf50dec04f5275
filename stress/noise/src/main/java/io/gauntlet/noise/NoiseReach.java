package io.gauntlet.noise;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where points are written.
 *
 * <p>Beside synchronization alone callers are held up where they enter and leave critical sections, and seldom inside: those
 * mistakes are met less often than without noise whose window is a section that others wrongly run beside (an optimistic read
 * that is not validated, a local variable taken for a copy).
 */
public enum NoiseReach {
    /**
     * Beside acts of synchronization: monitors and synchronized methods, {@code wait} and {@code notify}, calls of {@code
     * java.util.concurrent} and of variable handles, volatile fields.
     */
    SYNCHRONIZATION,
    /** There, and beside accesses of plain fields that may change, and calls of collections: inside critical sections too. */
    MEMORY;

    /**
     * Reads a reach from its lower-case name.
     *
     * @throws IllegalArgumentException if there is no such reach; the message lists what is allowed
     */
    public static NoiseReach parse(String text) {
        return Arrays.stream(values())
                .filter(reach -> reach.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("noise has no reach of the name '" + text
                        + "': allowed are "
                        + Arrays.stream(values()).map(NoiseReach::text).collect(Collectors.joining(", ")) + " (-D"
                        + NoiseSettings.REACH + ")"));
    }

    /** Returns the name as it is given on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
