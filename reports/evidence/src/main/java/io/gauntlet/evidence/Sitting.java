package io.gauntlet.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a measurement without interruption, and what the machine was like meanwhile. What the machine does not tell
 * is absent.
 *
 * @param startedAt ISO-8601 instant, UTC
 * @param seconds how long it took
 * @param forks JVMs measured
 * @param cgroupCores processors that the control group allows, as a quota
 * @param governor the scaling governor of the first processor
 * @param stealPercent share of all processor time that the hypervisor gave to others, 0 to 100
 * @param loadBefore mean number of runnable processes in the minute before
 * @param loadAfter the same at the end, this measurement included
 * @param collector the garbage collector of the measured JVMs
 * @param jvmArguments what the measured JVMs were given
 */
public record Sitting(
        String startedAt,
        double seconds,
        int forks,
        @Nullable Double cgroupCores,
        @Nullable String governor,
        @Nullable Double stealPercent,
        @Nullable Double loadBefore,
        @Nullable Double loadAfter,
        String collector,
        List<String> jvmArguments) {

    public Sitting {
        jvmArguments = List.copyOf(jvmArguments);
    }
}
