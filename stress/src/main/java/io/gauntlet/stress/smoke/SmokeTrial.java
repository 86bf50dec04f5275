package io.gauntlet.stress.smoke;

import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.smoke.OriginSmokeTests.SmokeTest;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the origin's smoke tests on a subject. */
public record SmokeTrial(TrialArguments arguments) implements Trial {

    private static final long TEST_SECONDS = 20;

    /** Returns how to start it. */
    public static TrialProgram program() {
        return TrialProgram.of(SmokeTrial.class, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, SmokeTrial::new);
    }

    /** Tries a coordinator that says a session is active where there is none. */
    @Override
    public Finding canary() throws InterruptedException {
        return run(OriginSmokeTests.on(Planted.answer("activeSessionId", answer -> "nobody")));
    }

    @Override
    public Finding run() throws InterruptedException {
        return run(OriginSmokeTests.on(arguments.subject()::create));
    }

    private static Finding run(List<SmokeTest> tests) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        long tasks = 0;
        for (SmokeTest test : tests) {
            tasks += test.tasks().size();
            run(test, failures);
        }
        Map<String, Long> effort = Map.of("tests", (long) tests.size(), "tasks", tasks);
        return failures.isEmpty()
                ? Finding.passed(effort)
                : Finding.failed(failures.get(0), effort, String.join("\n", failures));
    }

    private static void run(SmokeTest test, List<String> failures) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(test.tasks().size());
        try {
            List<Future<Object>> futures = pool.invokeAll(
                    test.tasks().stream().map(Executors::callable).toList(), TEST_SECONDS, TimeUnit.SECONDS);
            for (Future<Object> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(test.name() + ": " + e.getCause());
                } catch (CancellationException e) {
                    failures.add(test.name() + ": a task did not end within " + TEST_SECONDS + " s");
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
