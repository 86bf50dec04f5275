package io.gauntlet.stress.noise;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.noise.NoiseSettings;
import io.gauntlet.noise.NoiseStrength;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.soak.HistoryTrial;
import io.gauntlet.stress.trial.Prosecution;
import io.gauntlet.stress.trial.ProsecutionSettings;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tries known-bad code under one checker at several strengths of noise, and prints how often it was caught and how fast.
 *
 * <p>Strategies may be named too ({@code gauntlet.subjects}): none may ever be caught, and their times show what noise costs.
 * The strengths take turns, so that what disturbs the machine for a while disturbs all of them.
 *
 * @param program how to start the checker at some noise
 * @param settings the subjects, the budget, the first seed and the folder of evidence
 * @param noise where points are written
 * @param strengths that are compared
 * @param tries how often each subject is tried at each strength, each time with the next seed
 */
record NoiseExperiment(
        Function<NoiseSettings, TrialProgram> program,
        ProsecutionSettings settings,
        NoiseSettings noise,
        List<NoiseStrength> strengths,
        int tries) {

    private static final int SHOWN_OF_REASON = 90;

    /**
     * Runs the experiment.
     *
     * @param words the strengths, for example {@code 0 1/200 1/50 1/20 1/5}
     */
    public static void main(String[] words) throws Exception {
        ProsecutionSettings settings = ProsecutionSettings.read(System.getProperties());
        new NoiseExperiment(
                        programs(settings.checkers()),
                        settings,
                        NoiseSettings.read(System.getProperties()),
                        Arrays.stream(words).map(NoiseStrength::parse).toList(),
                        Integer.getInteger("gauntlet.museum.tries", 1))
                .run();
    }

    private static Function<NoiseSettings, TrialProgram> programs(List<Checker> checkers) {
        if (checkers.size() != 1) {
            throw new IllegalArgumentException(
                    "noise is tried with one checker at a time, not " + checkers + ": name one (-Dgauntlet.checkers)");
        }
        return switch (checkers.get(0)) {
            case HISTORY_PLATFORM, HISTORY_VIRTUAL -> HistoryTrial::program;
            default -> throw new IllegalArgumentException(checkers.get(0) + " does not run with noise");
        };
    }

    private record Cell(Subject subject, NoiseStrength strength) {}

    void run() throws InterruptedException, ExecutionException {
        Map<Cell, List<CheckEvidence>> made = new LinkedHashMap<>();
        for (Subject subject : settings.subjects()) {
            strengths.forEach(strength -> made.put(new Cell(subject, strength), new ArrayList<>()));
            for (int attempt = 0; attempt < tries; attempt++) {
                for (NoiseStrength strength : strengths) {
                    made.get(new Cell(subject, strength)).add(check(subject, strength, attempt));
                }
            }
            strengths.forEach(strength ->
                    System.out.println(row(new Cell(subject, strength), made.get(new Cell(subject, strength)))));
        }
        System.out.println("\n| subject | noise | caught | median s, caught | median s, all | not run | first reason |"
                + "\n|---|---|---|---|---|---|---|");
        made.forEach((cell, evidence) -> System.out.println(row(cell, evidence)));
    }

    private CheckEvidence check(Subject subject, NoiseStrength strength, int attempt)
            throws InterruptedException, ExecutionException {
        Path folder = settings.evidenceFolder()
                .resolveSibling("noise")
                .resolve(strength.toString().replace('/', '-') + "." + (attempt + 1))
                .resolve("evidence");
        TrialArguments arguments = new TrialArguments(
                subject, settings.checkers().get(0), settings.budget(), settings.seed() + attempt, folder);
        TrialProgram started = program.apply(noise.with(strength));
        try (Prosecution one = new Prosecution(/* atATime= */ 1, same -> started, System.err)) {
            CompletableFuture<CheckEvidence> evidence =
                    one.start(List.of(arguments)).get(0);
            return evidence.get();
        }
    }

    private static String row(Cell cell, List<CheckEvidence> made) {
        List<CheckEvidence> caught = with(Verdict.FAILED, made);
        List<CheckEvidence> notRun = with(Verdict.NOT_RUN, made);
        String reason = Stream.concat(caught.stream(), notRun.stream())
                .map(CheckEvidence::reason)
                .findFirst()
                .orElse("");
        return "| " + cell.subject + " | " + cell.strength + " | " + caught.size() + "/"
                + (made.size() - notRun.size()) + " | " + median(caught) + " | " + median(made) + " | "
                + notRun.size() + " | " + reason.substring(0, Math.min(SHOWN_OF_REASON, reason.length())) + " |";
    }

    private static List<CheckEvidence> with(Verdict verdict, List<CheckEvidence> made) {
        return made.stream().filter(check -> check.verdict() == verdict).toList();
    }

    private static String median(List<CheckEvidence> checks) {
        double[] seconds =
                checks.stream().mapToDouble(CheckEvidence::seconds).sorted().toArray();
        int middle = seconds.length / 2;
        return seconds.length == 0
                ? "-"
                : String.format(
                        "%.2f",
                        seconds.length % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2);
    }
}
