package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.record.TrialJudge;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The program that runs in a JVM whose latency is measured. It has no default: {@link LatencyStopwatch} says everything. It
 * exits 0 with a result, 1 without one, 2 if it was asked something impossible.
 */
public final class LatencyMain {

    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;

    private LatencyMain() {}

    public static void main(String[] arguments) {
        System.exit(execute(System.err, arguments));
    }

    static int execute(PrintStream log, String... arguments) {
        LatencyRequest request;
        try {
            request = LatencyRequest.parse(List.of(arguments));
        } catch (IllegalArgumentException invalid) {
            log.println("ERROR: " + invalid.getMessage());
            return USAGE_ERROR;
        }
        return execute(log, request, Subject.named(request.cell().subject())::create);
    }

    static int execute(
            PrintStream log, LatencyRequest request, Function<CoordinatorConfig, SessionCoordinator> create) {
        try {
            LatencyRun run = new LatencyRun(request.cell(), request.timing(), request.seed(), create);
            LatencyRun.Outcome outcome = run.measure();
            JudgedHistory history = new TrialJudge(
                            TrialJudge.LIMITS, Runtime.getRuntime().availableProcessors())
                    .judge(
                            request.cell().subject() + " at " + request.cell().readPercent() + " % reads",
                            outcome.recorded(),
                            request.folder().resolve(LatencyFiles.windowName(request.cell())));
            write(request, outcome, history);
            return 0;
        } catch (IOException | RuntimeException | OutOfMemoryError failed) {
            failed.printStackTrace(log);
            log.println("ERROR: " + failed.getMessage());
            return FAILED;
        }
    }

    /** Nothing is written before everything was measured and judged. */
    private static void write(LatencyRequest request, LatencyRun.Outcome outcome, JudgedHistory history)
            throws IOException {
        Map<String, byte[]> logs = new TreeMap<>();
        List<LatencyFork.Load> loads = new ArrayList<>();
        for (LatencyRun.Load load : outcome.loads()) {
            double offeredPerSecond = load.subject().duePerSecond();
            String whyNot = load.whyNot();
            String log = whyNot.isEmpty() ? LatencyFiles.logName(request.cell(), load.percent()) : "";
            if (!log.isEmpty()) {
                logs.put(log, HistogramLog.write(request.cell(), request.seed(), offeredPerSecond, load));
            }
            loads.add(new LatencyFork.Load(
                    load.percent(), offeredPerSecond, load.subject().donePerSecond(), whyNot, log));
        }
        Path folder = Files.createDirectories(request.folder());
        for (Map.Entry<String, byte[]> log : logs.entrySet()) {
            LatencyFiles.write(folder.resolve(log.getKey()), log.getValue());
        }
        LatencyFork fork = new LatencyFork(request.cell(), outcome.capacityPerSecond(), history, loads);
        LatencyFiles.write(folder.resolve(LatencyFiles.resultName(request.cell())), LatencyFiles.toJson(fork));
    }
}
