package io.gauntlet.report.trial;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFile;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that the evidence folders hold, asked one check at a time. What speaks of other classes than {@code classesSha256} is
 * there, and says nothing.
 *
 * @param folders where evidence was looked for
 * @param files what was found, readable or not
 * @param classesSha256 fingerprint of the classes that the report is about
 */
public record Dossier(List<Path> folders, List<EvidenceFile> files, String classesSha256) {

    private static final int SHA_SHOWN = 12;

    public Dossier {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** Reads every folder once, however often it is named. */
    public static Dossier read(List<Path> folders, String classesSha256) {
        Map<Path, Path> distinct = new LinkedHashMap<>();
        folders.forEach(folder -> distinct.putIfAbsent(folder.toAbsolutePath().normalize(), folder));
        List<Path> once = List.copyOf(distinct.values());
        return new Dossier(
                once,
                once.stream()
                        .flatMap(folder -> EvidenceFiles.readFolder(folder).stream())
                        .toList(),
                classesSha256);
    }

    /** Returns what is known of {@code checker} on {@code subject}. */
    public Finding finding(Checker checker, String subject, boolean knownBad) {
        String name = EvidenceFiles.checkFileName(checker, subject);
        List<EvidenceFile> named = named(name);
        if (named.size() != 1) {
            return new Finding.NotRun(absentOrAmbiguous(name, named));
        }
        EvidenceFile file = named.get(0);
        if (file instanceof EvidenceFile.Unreadable unreadable) {
            return new Finding.NotRun(file.path() + " " + unreadable.reason());
        }
        CheckEvidence evidence = ((EvidenceFile.Check) file).evidence();
        if (evidence.knownBad() != knownBad) {
            return new Finding.NotRun(file.path() + " says knownBad is " + evidence.knownBad()
                    + " of a subject for which it is " + knownBad);
        }
        if (isStale(evidence.provenance())) {
            return new Finding.NotRun(file.path() + " " + staleness(evidence.provenance()));
        }
        return judged(file.path(), evidence);
    }

    /** Returns what was measured of these very classes, or why there is nothing to show. */
    public StopwatchReading measurement() {
        List<EvidenceFile> named = named(EvidenceFiles.MEASUREMENT_FILE);
        if (named.size() != 1) {
            return new StopwatchReading.Absent(absentOrAmbiguous(EvidenceFiles.MEASUREMENT_FILE, named));
        }
        EvidenceFile file = named.get(0);
        if (file instanceof EvidenceFile.Unreadable unreadable) {
            return new StopwatchReading.Absent(file.path() + " " + unreadable.reason());
        }
        MeasurementEvidence evidence = ((EvidenceFile.Measurement) file).evidence();
        if (isStale(evidence.provenance())) {
            return new StopwatchReading.Absent(file.path() + " " + staleness(evidence.provenance()));
        }
        return new StopwatchReading.Present(file.path(), evidence);
    }

    /** Returns the checks that could be read and speak of these very classes. */
    public List<CheckEvidence> currentChecks() {
        return files.stream()
                .filter(EvidenceFile.Check.class::isInstance)
                .map(file -> ((EvidenceFile.Check) file).evidence())
                .filter(evidence -> !isStale(evidence.provenance()))
                .toList();
    }

    /** Returns the files and folders that could not be read. */
    public List<EvidenceFile.Unreadable> unreadable() {
        return files.stream()
                .filter(EvidenceFile.Unreadable.class::isInstance)
                .map(EvidenceFile.Unreadable.class::cast)
                .toList();
    }

    private static Finding judged(Path file, CheckEvidence evidence) {
        if (evidence.verdict() == Verdict.PASSED) {
            return new Finding.Passed(file, evidence);
        }
        if (evidence.verdict() == Verdict.FAILED) {
            return new Finding.Failed(file, evidence);
        }
        return evidence.provenance().jdkFeature() < evidence.checker().minimumJdk()
                ? new Finding.NotApplicable(evidence.reason())
                : new Finding.NotRun(evidence.reason());
    }

    private List<EvidenceFile> named(String fileName) {
        return files.stream().filter(file -> file.path().endsWith(fileName)).toList();
    }

    private String absentOrAmbiguous(String fileName, List<EvidenceFile> named) {
        if (!named.isEmpty()) {
            return named.size() + " files claim to be it: "
                    + named.stream().map(file -> file.path().toString()).collect(Collectors.joining(", "))
                    + "; delete those that are not meant";
        }
        List<EvidenceFile.Unreadable> badFolders = unreadable().stream()
                .filter(file -> folders.contains(file.path()))
                .toList();
        if (!folders.isEmpty() && badFolders.size() == folders.size()) {
            return badFolders.stream()
                    .map(folder -> folder.path() + ": " + folder.reason())
                    .collect(Collectors.joining("; "));
        }
        return "no file " + fileName + " in "
                + folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private boolean isStale(Provenance provenance) {
        return !provenance.classesSha256().equals(classesSha256);
    }

    private String staleness(Provenance provenance) {
        return "speaks of other classes (SHA-256 " + shortened(provenance.classesSha256()) + ") than these ("
                + shortened(classesSha256) + "): run it again";
    }

    private static String shortened(String sha) {
        return sha.substring(0, Math.min(SHA_SHOWN, sha.length()));
    }
}
