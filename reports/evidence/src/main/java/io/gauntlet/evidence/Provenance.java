package io.gauntlet.evidence;

/**
 * Where a number or a verdict comes from.
 *
 * @param machine processor model and operating system
 * @param cores processors available to the JVM
 * @param memoryMiB physical memory in MiB
 * @param jdk version, vendor and VM name, the version first
 * @param commit the Git commit, with {@code -dirty} where the tree differed from it, or {@code unknown}
 * @param command the command that a person would repeat
 * @param startedAt ISO-8601 instant, UTC
 * @param classesSha256 fingerprint of the coordinator's classes, as {@link ClassesFingerprint} computes it
 */
public record Provenance(
        String machine,
        int cores,
        long memoryMiB,
        String jdk,
        String commit,
        String command,
        String startedAt,
        String classesSha256) {

    /** Ends the commit of a tree that differed from it. */
    public static final String DIRTY = "-dirty";

    /** Describes this machine, this JVM, and the coordinator's classes that {@code onTrial} was loaded with. */
    public static Provenance collect(Class<?> onTrial) {
        return new Provenance(
                Machine.describe(),
                Runtime.getRuntime().availableProcessors(),
                Machine.memoryMiB(),
                Machine.jdk(),
                GitCommit.ofWorkingFolder(),
                RepeatableCommand.find(System.getenv(), System.getProperties()),
                Machine.startedAt(),
                ClassesFingerprint.of(onTrial));
    }

    /**
     * Returns the feature version of {@link #jdk}, 17 for "17.0.15+6 ...".
     *
     * @throws IllegalStateException if {@code jdk} does not begin with a version
     */
    public int jdkFeature() {
        int digits = 0;
        while (digits < jdk.length() && Character.isDigit(jdk.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 4) {
            throw new IllegalStateException("jdk \"" + jdk + "\" does not begin with a version such as 17.0.15+6");
        }
        return Integer.parseInt(jdk.substring(0, digits));
    }

    /** Returns whether the tree differed from the commit. */
    public boolean differsFromCommit() {
        return commit.endsWith(DIRTY);
    }
}
