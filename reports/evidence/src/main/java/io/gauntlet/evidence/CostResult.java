package io.gauntlet.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one operation costs a caller who is alone.
 *
 * @param operation its name
 * @param subject a strategy's name, or {@link MeasurementEvidence#CEILING}
 * @param sessions sessions open throughout
 * @param forks JVMs measured
 * @param nanos mean time for one operation, in nanoseconds
 * @param nanosInterval the same with its 95 % interval; absent where forks were too few for one
 * @param allocatedBytes mean allocation for one operation, in bytes
 */
public record CostResult(
        String operation,
        String subject,
        int sessions,
        int forks,
        double nanos,
        @Nullable Interval nanosInterval,
        double allocatedBytes) {

    List<Object> key() {
        return List.of(operation, subject, sessions);
    }
}
