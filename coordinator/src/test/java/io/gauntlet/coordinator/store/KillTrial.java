package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.store.FaultyDisk.Step;
import io.gauntlet.coordinator.store.SavingProcess.Acknowledgement;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills {@link SavingProcess}es in the midst of their work, one after another on the same folder, and after each kill
 * compares what is left with what was saved and what was acknowledged.
 *
 * <p>Every second process is killed at a random moment: some acknowledgements and a random part of the time between two more,
 * so that a kill falls on every part of a save alike, as far as the scheduler lets it. The others are killed standing still at
 * each step of a save in turn, so that none is left out on any machine.
 */
final class KillTrial {

    private static final int LANES = 2;
    private static final int MAX_SAVES_BEFORE_KILL = 15;
    private static final long BOUND_SECONDS = 60;
    private static final long BOUND_SECONDS_OF_A_KILL = 20;
    private static final Step[] STEPS = Step.values();

    /**
     * What a trial found.
     *
     * @param kills how many processes were killed in the middle of their work
     * @param acknowledged how many saves they had acknowledged by then
     * @param temporaries how many files the kills left half written beside
     * @param findings what was wrong with the session files
     */
    record Outcome(int kills, int acknowledged, int temporaries, List<String> findings) {

        static final Outcome NONE = new Outcome(0, 0, 0, List.of());

        boolean hasFindings() {
            return !findings.isEmpty();
        }

        Outcome plus(Outcome other) {
            return new Outcome(
                    kills + other.kills,
                    acknowledged + other.acknowledged,
                    temporaries + other.temporaries,
                    Stream.concat(findings.stream(), other.findings.stream()).toList());
        }
    }

    private final SavingProcess.Kind kind;
    private final Path folder;
    private final Random random;
    private final long[] acknowledged = new long[SavingProcess.IDS.size()];
    private long firstVersion = 1;
    private volatile @Nullable Process process;

    /** Whether the process came to the moment at which it was to be killed. */
    private boolean inTime;

    /** Whether it said that it stands still. */
    private boolean standsStill;

    private KillTrial(SavingProcess.Kind kind, Path folder, long seed) {
        this.kind = kind;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * Kills so many processes, two at a time, each lane of them on a folder of its own below {@code folder}.
     *
     * @param untilFinding whether a lane ends when it has found something
     */
    static Outcome run(SavingProcess.Kind kind, int kills, boolean untilFinding, Path folder, long seed)
            throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(LANES);
        List<KillTrial> trials = new ArrayList<>();
        List<Future<Outcome>> lanes = new ArrayList<>();
        try {
            for (int lane = 0; lane < LANES; lane++) {
                Path laneFolder = Files.createDirectories(folder.resolve(kind + " " + lane));
                KillTrial trial = new KillTrial(kind, laneFolder.toRealPath(), seed + lane);
                trials.add(trial);
                int laneKills = kills / LANES + (lane < kills % LANES ? 1 : 0);
                lanes.add(executor.submit(() -> trial.run(laneKills, untilFinding)));
            }
            Outcome all = Outcome.NONE;
            for (Future<Outcome> lane : lanes) {
                all = all.plus(lane.get(BOUND_SECONDS + kills * BOUND_SECONDS_OF_A_KILL, TimeUnit.SECONDS));
            }
            return all;
        } catch (TimeoutException e) {
            throw new AssertionError(
                    kills + " kills of " + kind + " took more than " + BOUND_SECONDS_OF_A_KILL + " s each", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the trial of " + kind + " with seed " + seed + " could not be held", e);
        } finally {
            executor.shutdownNow();
            trials.forEach(KillTrial::endProcess);
            if (!executor.awaitTermination(BOUND_SECONDS, TimeUnit.SECONDS)) {
                System.out.println("a lane of the trial of " + kind + " goes on, though its processes were ended");
            }
        }
    }

    private void endProcess() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private Outcome run(int kills, boolean untilFinding) throws IOException, InterruptedException {
        Outcome outcome = Outcome.NONE;
        for (int kill = 1; kill <= kills && !(untilFinding && outcome.hasFindings()); kill++) {
            int saves = kill % 2 == 0 ? killAtARandomMoment() : killStandingStill(STEPS[kill / 2 % STEPS.length]);
            int temporaries = countTemporaries();
            List<String> findings = new ArrayList<>();
            inspect("kill " + kill + " in " + folder, findings);
            outcome = outcome.plus(new Outcome(1, saves, temporaries, findings));
        }
        return outcome;
    }

    private int killAtARandomMoment() throws IOException, InterruptedException {
        int savesBeforeKill = savesBeforeKill();
        return killOneProcess(SavingProcess.command(kind, folder, firstVersion), acknowledgements -> {
            int saves = 0;
            long previous = System.nanoTime();
            long last = previous;
            while (saves < savesBeforeKill && note(acknowledgements)) {
                saves++;
                previous = last;
                last = System.nanoTime();
            }
            spinUntil(last + (long) (random.nextDouble() * (last - previous)));
            inTime = saves == savesBeforeKill;
            return saves;
        });
    }

    private int killStandingStill(Step step) throws IOException, InterruptedException {
        int savesBeforeKill = savesBeforeKill();
        ProcessBuilder command =
                SavingProcess.command(kind, folder, firstVersion, savesBeforeKill, nameOfStandstill(step));
        return killOneProcess(command, acknowledgements -> {
            int saves = 0;
            while (note(acknowledgements)) {
                saves++;
            }
            inTime = standsStill;
            return saves;
        });
    }

    /** A store that writes in place has no other step. */
    private String nameOfStandstill(Step step) {
        return (kind == SavingProcess.Kind.BROKEN_IN_PLACE ? Step.WRITE : step).name();
    }

    private int savesBeforeKill() {
        return 2 + random.nextInt(MAX_SAVES_BEFORE_KILL - 1);
    }

    /** Follows a process to the moment at which it is to be killed. */
    private interface Chase {
        /** Returns how many saves were acknowledged. */
        int follow(DataInputStream acknowledgements) throws IOException;
    }

    private int killOneProcess(ProcessBuilder command, Chase chase) throws IOException, InterruptedException {
        Path errors = folder.resolveSibling(folder.getFileName() + ".err");
        Process running = command.redirectError(errors.toFile()).start();
        process = running;
        inTime = false;
        standsStill = false;
        try (DataInputStream acknowledgements = new DataInputStream(running.getInputStream())) {
            int saves = chase.follow(acknowledgements);
            boolean alive = inTime && running.isAlive();
            killAndLeaveItsPipeOpen(running);
            while (note(acknowledgements)) {
                saves++;
            }
            if (!running.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("process " + running.pid() + " outlives its kill by " + BOUND_SECONDS + " s");
            }
            if (!alive || running.exitValue() == 0) {
                throw new IOException("the saving process was not killed but ended by itself, with "
                        + running.exitValue() + " after " + saves + " saves: " + Files.readString(errors));
            }
            return saves;
        } finally {
            running.destroyForcibly();
        }
    }

    /** {@link Process#destroyForcibly} would throw away the acknowledgements that are still in the pipe. */
    private static void killAndLeaveItsPipeOpen(Process process) {
        process.toHandle().destroyForcibly();
    }

    /** Returns false at the end, or at a standstill; what a kill cut in two was not acknowledged. */
    private boolean note(DataInputStream acknowledgements) throws IOException {
        byte[] bytes = new byte[Acknowledgement.BYTES];
        try {
            acknowledgements.readFully(bytes);
        } catch (EOFException e) {
            return false;
        }
        Acknowledgement acknowledgement = Acknowledgement.from(bytes);
        if (acknowledgement.equals(Acknowledgement.STANDSTILL)) {
            standsStill = true;
            return false;
        }
        acknowledged[acknowledgement.session()] = acknowledgement.version();
        return true;
    }

    private static void spinUntil(long due) {
        while (System.nanoTime() - due < 0) {
            Thread.onSpinWait();
        }
    }

    private int countTemporaries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(
                            file -> FileNames.isTemporary(file.getFileName().toString()))
                    .count();
        }
    }

    private void inspect(String when, List<String> findings) throws IOException {
        long greatest = Arrays.stream(acknowledged).max().orElseThrow();
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            if (countTemporaries() != 0) {
                findings.add(when + ": temporary files outlive the next opening");
            }
            for (int i = 0; i < acknowledged.length; i++) {
                String id = SavingProcess.IDS.get(i);
                try {
                    Optional<Session> left = store.load(id);
                    judge(left, i, when, findings);
                    greatest = Math.max(greatest, left.map(Session::version).orElse(0L));
                } catch (DamagedSessionFile e) {
                    findings.add(when + ": " + e.getMessage());
                    Files.delete(folder.resolve(FileNames.session(id)));
                    acknowledged[i] = 0;
                }
            }
        }
        firstVersion = greatest + 1;
    }

    private void judge(Optional<Session> left, int session, String when, List<String> findings) {
        String id = SavingProcess.IDS.get(session);
        long version = left.map(Session::version).orElse(0L);
        if (version < acknowledged[session]) {
            findings.add(when + ": '" + id + "' is left at version " + version + ", but " + acknowledged[session]
                    + " was acknowledged");
            acknowledged[session] = version;
        }
        if (left.isPresent() && !left.get().equals(SavedSessions.of(id, version))) {
            findings.add(when + ": '" + id + "' is not as it was saved in version " + version);
        }
    }
}
