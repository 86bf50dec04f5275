package io.gauntlet.report.trial;

import io.gauntlet.evidence.MuseumEvidence;
import java.nio.file.Path;

/** The tour of the museum with the classes that the report is about, or why there is none. */
public sealed interface MuseumReading {

    /** One tour was found. */
    record Present(Path file, MuseumEvidence evidence) implements MuseumReading {}

    /** None was found that says anything of these classes. */
    record Absent(String reason) implements MuseumReading {}
}
