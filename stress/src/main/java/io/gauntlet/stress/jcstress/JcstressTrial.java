package io.gauntlet.stress.jcstress;

import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestConfig;

/** Plays every hazard on one subject under jcstress; on known-bad code, until the first that shows the bug. */
public final class JcstressTrial implements Trial {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * On a busy machine the two actors may never run side by side while one fork lasts, which says nothing of what this checker
     * can see.
     */
    private static final int CANARY_FORKS = 10;

    private final TrialArguments arguments;
    private final Forks forks;

    private JcstressTrial(TrialArguments arguments) {
        this.arguments = arguments;
        this.forks = new Forks(
                arguments.budget(),
                List.of("-D" + OnTrial.SUBJECT_PROPERTY + "="
                        + arguments.subject().name()));
    }

    /** Returns how to start it. Its actors wait by spinning, and meet only where each has a processor to itself. */
    public static TrialProgram program() {
        return TrialProgram.of(JcstressTrial.class, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .runAlone();
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, JcstressTrial::new);
    }

    @Override
    public Finding canary() throws IOException {
        List<String> gaps = Tests.gaps();
        if (!gaps.isEmpty()) {
            return Finding.notRun(
                    "jcstress's list of tests is not that of the hazards: " + String.join("; ", gaps), Map.of());
        }
        Finding canary = playCanary();
        for (int fork = 1; fork < CANARY_FORKS && canary.verdict() == Verdict.PASSED; fork++) {
            canary = playCanary();
        }
        return canary;
    }

    private Finding playCanary() throws IOException {
        Play play = play(Tests.canary(), "a planted race of stores");
        HazardResult seen = play.result();
        Map<String, Long> effort = Map.of("samples", seen.samples());
        if (seen.outcomes().stream().anyMatch(outcome -> !outcome.legal() && outcome.count() > 0)) {
            return Finding.failed(seen.hazard() + ": " + seen.reason(), effort, play.witness());
        }
        return seen.verdict() == Verdict.PASSED
                ? Finding.passed(effort)
                : Finding.notRun("the canary could not be played: " + seen.reason(), effort);
    }

    @Override
    public Finding run() throws IOException {
        List<Play> plays = new ArrayList<>();
        for (Hazard hazard : Hazard.values()) {
            Play play = play(Tests.of(hazard), hazard.name());
            HazardResult result = play.result();
            System.out.println(
                    hazard + " " + result.verdict() + " " + result.samples() + " samples " + result.reason());
            plays.add(play);
            if (isEnough(play)) {
                break;
            }
        }
        return judged(plays).with(plays.stream().map(Play::result).toList());
    }

    /** A strategy's every hazard is of interest; of known-bad code the first failure is, and of a broken tool nothing. */
    private boolean isEnough(Play play) {
        return switch (play.result().verdict()) {
            case PASSED -> false;
            case FAILED -> arguments.subject().isKnownBad();
            case NOT_RUN -> !play.needsMoreProcessors();
        };
    }

    /** One hazard, played, unless it needs more processors than there are. */
    private record Play(HazardResult result, boolean needsMoreProcessors, String witness) {}

    private Play play(TestInfo test, String name) throws IOException {
        List<TestConfig> plan = forks.plan(test);
        HazardJudge judge = new HazardJudge(name, test, plan.size(), replay(test));
        if (test.threads() > forks.processors()) {
            return new Play(judge.unplayable(forks.processors()), /* needsMoreProcessors= */ true, "");
        }
        long start = System.nanoTime();
        Forks.Played played = forks.play(plan);
        HazardResult result = judge.judge(played, (System.nanoTime() - start) / NANOS_PER_SECOND);
        return new Play(
                result,
                /* needsMoreProcessors= */ false,
                table(result) + played.hang().map(hang -> "\n\n" + hang).orElse(""));
    }

    private String replay(TestInfo test) {
        String simpleName = test.name().substring(test.name().lastIndexOf('.') + 1);
        return "java -jar stress/target/jcstress.jar -t " + simpleName + "$ -jvmArgs -D" + OnTrial.SUBJECT_PROPERTY
                + "=" + arguments.subject().name();
    }

    private static Finding judged(List<Play> plays) {
        List<HazardResult> results = plays.stream().map(Play::result).toList();
        Map<String, Long> effort = Map.of(
                "hazards",
                        results.stream().filter(hazard -> hazard.samples() > 0).count(),
                "forks",
                        results.stream().mapToLong(HazardResult::configurations).sum(),
                "samples", results.stream().mapToLong(HazardResult::samples).sum());
        Optional<Play> failed = plays.stream()
                .filter(play -> play.result().verdict() == Verdict.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            HazardResult hazard = failed.get().result();
            return Finding.failed(
                    hazard.hazard() + ": " + hazard.reason(),
                    effort,
                    failed.get().witness());
        }
        return plays.stream()
                .filter(play -> play.result().verdict() == Verdict.NOT_RUN && !play.needsMoreProcessors())
                .map(Play::result)
                .findFirst()
                .map(hazard -> Finding.notRun(hazard.hazard() + ": " + hazard.reason(), effort))
                .orElseGet(() -> Finding.passed(effort));
    }

    private static String table(HazardResult hazard) {
        StringBuilder table = new StringBuilder(hazard.hazard())
                .append(", ")
                .append(hazard.samples())
                .append(" samples\n");
        for (Outcome outcome : hazard.outcomes()) {
            table.append(String.format(
                    "%,12d  %-9s  %s  (%s)%n",
                    outcome.count(), outcome.legal() ? "legal" : "FORBIDDEN", outcome.answers(), outcome.meaning()));
        }
        return table.append(hazard.replay()).toString();
    }
}
