package io.gauntlet.report.trial;

import io.gauntlet.evidence.MeasurementEvidence;
import java.nio.file.Path;

/** The measurement of the classes that the report is about, or why there is none. */
public sealed interface StopwatchReading {

    /** One measurement was found. */
    record Present(Path file, MeasurementEvidence evidence) implements StopwatchReading {}

    /** None was found that could be shown. */
    record Absent(String reason) implements StopwatchReading {}
}
