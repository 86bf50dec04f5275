package io.gauntlet.stress.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFile;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One check in a JVM of its own, seen from outside: started, bounded in time, and believed only where it left valid evidence
 * of just this check. Whatever else happens ends in evidence that says NOT_RUN and why.
 *
 * <p>The child writes into a folder of its own, so that it cannot speak for another check.
 */
public final class CheckerProcess {

    private static final long KILL_SECONDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final TrialProgram program;
    private final TrialArguments arguments;
    private final Duration timeLimit;
    private final Path trialFolder;
    private final OutputLog output;

    /**
     * @param arguments what to try, and the folder where its evidence goes in the end
     * @param timeLimit after which the child is killed
     */
    public CheckerProcess(TrialProgram program, TrialArguments arguments, Duration timeLimit) {
        this.program = program;
        this.arguments = arguments;
        this.timeLimit = timeLimit;
        String name = arguments.checker() + "." + arguments.subject().name();
        this.trialFolder = arguments.evidenceFolder().resolveSibling("trials").resolve(name);
        this.output = new OutputLog(trialFolder.resolve("output.log"));
    }

    /**
     * Runs the check and writes its evidence.
     *
     * @return the evidence written
     * @throws InterruptedException if interrupted while the child ran; the child is dead then, and the evidence says so
     * @throws UncheckedIOException if evidence cannot be written at all
     */
    public CheckEvidence run() throws InterruptedException {
        clearAway();
        long start = System.nanoTime();
        try {
            return keep(judgedAfter(exitCode()));
        } catch (NotRun notRun) {
            return keep(notRun(notRun.reason, start));
        } catch (InterruptedException e) {
            keep(notRun("the run was interrupted, the check was ended half-way", start));
            throw e;
        }
    }

    boolean wantsToBeAlone() {
        return program.alone();
    }

    Checker checker() {
        return arguments.checker();
    }

    /** Removes what an earlier run of this check left. */
    void clearAway() {
        try {
            Files.deleteIfExists(arguments
                    .evidenceFolder()
                    .resolve(EvidenceFiles.checkFileName(
                            arguments.checker(), arguments.subject().name())));
            if (Files.exists(trialFolder)) {
                try (Stream<Path> old = Files.walk(trialFolder)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(trialFolder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear away what an earlier run left in " + trialFolder, e);
        }
    }

    private int exitCode() throws InterruptedException, NotRun {
        Process process;
        try {
            process = builder().start();
        } catch (IOException e) {
            throw new NotRun("its JVM could not be started: " + e.getMessage());
        }
        Thread killer = new Thread(() -> kill(process), "kill-" + process.pid());
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotRun(
                        "it did not end within " + timeLimit.toMillis() / MILLIS_PER_SECOND + " s and was killed");
            }
            return process.exitValue();
        } finally {
            kill(process);
            process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
            removeHook(killer);
        }
    }

    private static void removeHook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException shuttingDown) {
            // The hook does its work.
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.jvmArguments());
        command.add(
                "-D" + TrialMain.PARENT_PROPERTY + "=" + ProcessHandle.current().pid());
        command.add(program.mainClass());
        command.addAll(program.commandLine().apply(inTrialFolder()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(trialFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.file().toFile());
        builder.environment().put("CLASSPATH", absolute(System.getProperty("java.class.path")));
        return builder;
    }

    /** The child works in another folder. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private TrialArguments inTrialFolder() {
        return new TrialArguments(
                arguments.subject(), arguments.checker(), arguments.budget(), arguments.seed(), trialFolder);
    }

    private CheckEvidence judgedAfter(int exitCode) throws NotRun {
        if (exitCode != 0) {
            throw new NotRun("its JVM ended with exit code " + exitCode);
        }
        List<EvidenceFile> files = EvidenceFiles.readFolder(trialFolder);
        if (files.size() != 1) {
            throw new NotRun("its JVM ended without an error and left " + files.size() + " evidence files, not 1");
        }
        if (files.get(0) instanceof EvidenceFile.Unreadable unreadable) {
            throw new NotRun("its evidence cannot be used: " + unreadable.reason());
        }
        if (!(files.get(0) instanceof EvidenceFile.Check check)) {
            throw new NotRun("its evidence is not that of a check");
        }
        return believed(check.evidence());
    }

    private CheckEvidence believed(CheckEvidence evidence) throws NotRun {
        Checker checker = arguments.checker();
        String subject = arguments.subject().name();
        if (evidence.checker() != checker || !evidence.subject().equals(subject)) {
            throw new NotRun("its evidence speaks of " + evidence.checker() + " on " + evidence.subject());
        }
        if (evidence.knownBad() != arguments.subject().isKnownBad()) {
            throw new NotRun("its evidence says that " + subject + " is "
                    + (evidence.knownBad() ? "known-bad code" : "a strategy") + ", which it is not");
        }
        return evidence;
    }

    private CheckEvidence notRun(String reason, long start) {
        return new CheckEvidence(
                arguments.checker(),
                arguments.subject().name(),
                arguments.subject().isKnownBad(),
                Verdict.NOT_RUN,
                reason + "; " + output.lastLines() + " (whole output: "
                        + arguments.evidenceFolder().resolveSibling("").relativize(output.file()) + ")",
                /* canary= */ null,
                new TreeMap<>(),
                List.of(),
                output.tail(),
                arguments.replay(),
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                Provenance.collect(CoordinatorStrategy.class));
    }

    private CheckEvidence keep(CheckEvidence evidence) {
        EvidenceFiles.write(arguments.evidenceFolder(), evidence);
        return evidence;
    }

    @Override
    public String toString() {
        return arguments.checker() + " on " + arguments.subject();
    }

    /** The child left nothing to believe, for the reason given. */
    private static final class NotRun extends Exception {
        private static final long serialVersionUID = 1L;

        final String reason;

        NotRun(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
