package io.gauntlet.coordinator.contract;

/**
 * What a session has consumed, as last reported.
 *
 * @param memoryBytes resident memory in bytes, 0 or more
 * @param cpuMillis processor time in milliseconds, 0 or more
 */
public record ResourceStats(long memoryBytes, long cpuMillis) {

    /** Nothing consumed yet. */
    public static final ResourceStats NONE = new ResourceStats(0, 0);

    /** @throws CoordinatorException.InvalidArgument if a value is negative */
    public ResourceStats {
        if (memoryBytes < 0) {
            throw new CoordinatorException.InvalidArgument("memoryBytes", memoryBytes, "must be 0 or more");
        }
        if (cpuMillis < 0) {
            throw new CoordinatorException.InvalidArgument("cpuMillis", cpuMillis, "must be 0 or more");
        }
    }
}
