package io.gauntlet.evidence;

import java.nio.file.Path;

/** One file of an evidence folder, as it was read. */
public sealed interface EvidenceFile {

    /** Returns where it lies. */
    Path path();

    /** A check that can be believed to have been written whole. */
    record Check(Path path, CheckEvidence evidence) implements EvidenceFile {}

    /** A measurement that can be believed to have been written whole. */
    record Measurement(Path path, MeasurementEvidence evidence) implements EvidenceFile {}

    /** A tour of the museum that can be believed to have been written whole. */
    record Museum(Path path, MuseumEvidence evidence) implements EvidenceFile {}

    /** A file, or a folder, that says nothing, and why. */
    record Unreadable(Path path, String reason) implements EvidenceFile {}
}
