package io.gauntlet.evidence;

/**
 * Where a number or a verdict comes from.
 *
 * @param machine processor model and operating system
 * @param cores processors available to the JVM
 * @param memoryMiB physical memory in MiB
 * @param jdk vendor, version and VM name
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
        String classesSha256) {}
