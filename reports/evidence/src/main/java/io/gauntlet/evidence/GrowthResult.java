package io.gauntlet.evidence;

import java.util.List;

/**
 * How the cost of one operation grows with the number of sessions: as that number to the power of the exponent.
 *
 * @param operation its name
 * @param subject a strategy's name, or {@link MeasurementEvidence#CEILING}
 * @param fromSessions the smallest number measured
 * @param toSessions the largest number measured
 * @param exponent fitted to all of them, with its 95 % interval: 0 is constant, 1 linear
 */
public record GrowthResult(String operation, String subject, int fromSessions, int toSessions, Interval exponent) {

    List<Object> key() {
        return List.of(operation, subject);
    }
}
