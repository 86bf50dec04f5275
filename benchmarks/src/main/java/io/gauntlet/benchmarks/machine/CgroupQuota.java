package io.gauntlet.benchmarks.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The processors that the control group of this process allows it: the least quota of the group and of those around it.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Version 2: cpu.max</a>
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">Version 1: cpu.cfs_quota_us</a>
 */
final class CgroupQuota {

    private static final String NONE_V2 = "max";
    private static final String CONTROLLER_V1 = "cpu";

    private final KernelFiles files;

    CgroupQuota(KernelFiles files) {
        this.files = files;
    }

    /** Returns the quota as a number of processors; empty where there is none, or the kernel does not tell. */
    OptionalDouble cores() {
        return files.lines("proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(columns -> columns.length == 3)
                .flatMap(this::quotas)
                .mapToDouble(Double::doubleValue)
                .min();
    }

    /** A line is {@code hierarchy:controllers:path}; version 2 names no controllers. */
    private Stream<Double> quotas(String[] columns) {
        if (columns[1].isEmpty()) {
            return upwards("sys/fs/cgroup", columns[2], this::version2);
        }
        return List.of(columns[1].split(",", -1)).contains(CONTROLLER_V1)
                ? upwards("sys/fs/cgroup/" + CONTROLLER_V1, columns[2], this::version1)
                : Stream.empty();
    }

    /** In a container the path is often that of the host, and only the last folder on the way up exists. */
    private static Stream<Double> upwards(
            String mount, String path, BiFunction<String, String, OptionalDouble> quotaOfGroup) {
        return Stream.iterate(Path.of("/" + path).normalize(), group -> group != null, Path::getParent)
                .map(group -> quotaOfGroup.apply(mount, group.toString()))
                .flatMap(quota -> quota.stream().boxed());
    }

    private OptionalDouble version2(String mount, String group) {
        String[] columns =
                files.firstLine(mount + group + "/cpu.max").orElse("").split(" ", -1);
        return columns.length != 2 || columns[0].equals(NONE_V2)
                ? OptionalDouble.empty()
                : cores(columns[0], columns[1]);
    }

    private OptionalDouble version1(String mount, String group) {
        return cores(
                files.firstLine(mount + group + "/cpu.cfs_quota_us").orElse(""),
                files.firstLine(mount + group + "/cpu.cfs_period_us").orElse(""));
    }

    private static OptionalDouble cores(String quotaMicros, String periodMicros) {
        try {
            double cores = (double) Long.parseLong(quotaMicros) / Long.parseLong(periodMicros);
            return cores > 0 ? OptionalDouble.of(cores) : OptionalDouble.empty();
        } catch (NumberFormatException notTold) {
            return OptionalDouble.empty();
        }
    }
}
