package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFile;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Optional<String> silence = silence(name);
        if (silence.isPresent()) {
            return new Finding.NotRun(silence.get());
        }
        EvidenceFile.Check file = (EvidenceFile.Check) named(name).get(0);
        if (file.evidence().knownBad() != knownBad) {
            return new Finding.NotRun(file.path() + " says knownBad is "
                    + file.evidence().knownBad() + " of a subject for which it is " + knownBad);
        }
        return judged(file.path(), file.evidence());
    }

    /** Returns what was measured of these very classes, or why there is nothing to show. */
    public StopwatchReading measurement() {
        return silence(EvidenceFiles.MEASUREMENT_FILE)
                .<StopwatchReading>map(StopwatchReading.Absent::new)
                .orElseGet(() -> {
                    EvidenceFile file = named(EvidenceFiles.MEASUREMENT_FILE).get(0);
                    return new StopwatchReading.Present(file.path(), ((EvidenceFile.Measurement) file).evidence());
                });
    }

    /** Returns the tour of the museum with these very classes, or why there is none. */
    public MuseumReading museum() {
        return silence(EvidenceFiles.MUSEUM_FILE)
                .<MuseumReading>map(MuseumReading.Absent::new)
                .orElseGet(() -> {
                    EvidenceFile file = named(EvidenceFiles.MUSEUM_FILE).get(0);
                    return new MuseumReading.Present(file.path(), ((EvidenceFile.Museum) file).evidence());
                });
    }

    /** Returns what {@code checker} saw of each hazard of {@code strategy}; nothing if it cannot be believed. */
    public List<HazardResult> hazards(Checker checker, CoordinatorStrategy strategy) {
        String name = EvidenceFiles.checkFileName(checker, strategy.name());
        if (silence(name).isPresent()) {
            return List.of();
        }
        CheckEvidence evidence = ((EvidenceFile.Check) named(name).get(0)).evidence();
        return evidence.canary() == null || evidence.knownBad() ? List.of() : evidence.hazards();
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

    private Finding judged(Path file, CheckEvidence evidence) {
        if (evidence.verdict() == Verdict.PASSED) {
            return gap(evidence)
                    .<Finding>map(gap -> new Finding.NotRun(file + " says PASSED, but " + gap))
                    .orElseGet(() -> new Finding.Passed(file, evidence));
        }
        if (evidence.verdict() == Verdict.FAILED) {
            return new Finding.Failed(file, evidence);
        }
        return evidence.provenance().jdkFeature() < evidence.checker().minimumJdk()
                ? new Finding.NotApplicable(evidence.reason())
                : new Finding.NotRun(evidence.reason());
    }

    /** Returns which hazards a pass leaves open, though there were processors enough for them; empty if none. */
    private Optional<String> gap(CheckEvidence pass) {
        if (pass.checker() != Checker.JCSTRESS) {
            return Optional.empty();
        }
        List<HazardResult> hazards = pass.hazards();
        if (hazards.stream().noneMatch(hazard -> hazard.verdict() == Verdict.PASSED)) {
            return Optional.of("it played no hazard");
        }
        Optional<String> notRun = hazards.stream()
                .filter(hazard -> hazard.verdict() == Verdict.NOT_RUN && !HazardVerdict.lacksProcessors(hazard))
                .findFirst()
                .map(hazard -> hazard.hazard() + " was not run: " + hazard.reason());
        return notRun.or(() -> {
            Set<String> unknown = new TreeSet<>();
            currentChecks().forEach(check -> check.hazards().forEach(hazard -> unknown.add(hazard.hazard())));
            hazards.forEach(hazard -> unknown.remove(hazard.hazard()));
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of("it does not speak of " + String.join(", ", unknown) + ", of which other checks do");
        });
    }

    /** Returns why there is no file of this name that speaks of these classes; empty if there is one. */
    private Optional<String> silence(String fileName) {
        List<EvidenceFile> named = named(fileName);
        if (named.size() != 1) {
            return Optional.of(absentOrAmbiguous(fileName, named));
        }
        EvidenceFile file = named.get(0);
        if (file instanceof EvidenceFile.Unreadable unreadable) {
            return Optional.of(file.path() + " " + unreadable.reason());
        }
        return provenance(file).filter(this::isStale).map(provenance -> file.path() + " " + staleness(provenance));
    }

    private static Optional<Provenance> provenance(EvidenceFile file) {
        if (file instanceof EvidenceFile.Check check) {
            return Optional.of(check.evidence().provenance());
        }
        if (file instanceof EvidenceFile.Museum museum) {
            return Optional.of(museum.evidence().provenance());
        }
        return file instanceof EvidenceFile.Measurement measurement
                ? Optional.of(measurement.evidence().provenance())
                : Optional.empty();
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
