package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.record.HistoryFindings;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Percentile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What many JVMs say together of latency. JVMs that measured the same are merged by adding up their histograms, never by
 * averaging percentiles; a load that one of them did not keep was not kept.
 */
public final class LatencyFindings {

    private static final double[] PERCENTS = {50, 75, 90, 95, 99, 99.9, 99.99};

    /** A percentile with fewer calls above it says what a few calls happened to meet. */
    private static final double FEWEST_CALLS_ABOVE = 10;

    private static final double NANOS_PER_MICRO = 1e3;

    private LatencyFindings() {}

    /**
     * Returns one result for each subject, circumstances and load, in the order in which they first appear.
     *
     * @param folder where the {@code .hlog} files are
     * @throws IOException if one is missing or not whole; the message names it
     */
    public static List<LatencyResult> of(List<LatencyFork> forks, Path folder) throws IOException {
        Map<Group, List<Part>> groups = new LinkedHashMap<>();
        for (LatencyFork fork : forks) {
            for (LatencyFork.Load load : fork.loads()) {
                groups.computeIfAbsent(Group.of(fork, load), group -> new ArrayList<>())
                        .add(new Part(fork, load));
            }
        }
        List<LatencyResult> results = new ArrayList<>();
        for (Map.Entry<Group, List<Part>> group : groups.entrySet()) {
            results.add(result(group.getKey(), group.getValue(), folder));
        }
        return List.copyOf(results);
    }

    /** What is merged: the same cell in any round, at the same load. */
    private record Group(LatencyCell inNoRound, int loadPercent) {

        static Group of(LatencyFork fork, LatencyFork.Load load) {
            LatencyCell cell = fork.cell();
            return new Group(
                    new LatencyCell(
                            cell.subject(),
                            cell.callers(),
                            cell.threads(),
                            cell.readPercent(),
                            cell.sessions(),
                            /* round= */ 0),
                    load.percent());
        }
    }

    /** One JVM's part. */
    private record Part(LatencyFork fork, LatencyFork.Load load) {}

    private static LatencyResult result(Group group, List<Part> parts, Path folder) throws IOException {
        String whyNot = whyNot(parts);
        LatencyCell cell = group.inNoRound();
        return new LatencyResult(
                cell.subject(),
                cell.callers(),
                cell.threads(),
                cell.readPercent(),
                cell.sessions(),
                group.loadPercent(),
                parts.size(),
                mean(parts, part -> part.fork().capacityPerSecond()),
                mean(parts, part -> part.load().offeredPerSecond()),
                mean(parts, part -> part.load().achievedPerSecond()),
                whyNot.isEmpty(),
                whyNot,
                whyNot.isEmpty() ? distributions(parts, folder) : List.of(),
                HistoryFindings.of(
                        parts,
                        part -> part.fork().history(),
                        part -> part.fork().capacityPerSecond()));
    }

    private static String whyNot(List<Part> parts) {
        List<String> reasons = parts.stream()
                .map(part -> part.load().whyNot())
                .filter(reason -> !reason.isEmpty())
                .toList();
        return reasons.isEmpty()
                ? ""
                : reasons.size() + " of " + parts.size() + " JVMs did not keep it: " + reasons.get(0);
    }

    private static double mean(List<Part> parts, ToDoubleFunction<Part> value) {
        return parts.stream().mapToDouble(value).average().orElseThrow();
    }

    private static List<Distribution> distributions(List<Part> parts, Path folder) throws IOException {
        Map<HistogramLog.Tag, Histogram> merged = new LinkedHashMap<>();
        for (Part part : parts) {
            HistogramLog.read(folder.resolve(part.load().histograms()))
                    .forEach((tag, histogram) -> merged.merge(tag, histogram, LatencyFindings::sum));
        }
        return merged.entrySet().stream()
                .filter(entry -> entry.getValue().getTotalCount() > 0)
                .map(entry -> distribution(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Histogram sum(Histogram first, Histogram second) {
        first.add(second);
        return first;
    }

    private static Distribution distribution(HistogramLog.Tag tag, Histogram histogram) {
        List<Percentile> percentiles = new ArrayList<>();
        for (double percent : PERCENTS) {
            // Rounded: that 99.9 is not a binary number must not cost a percentile its tenth call.
            double above = Math.rint(histogram.getTotalCount() * (100 - percent) * 1e3) / 1e5;
            if (above >= FEWEST_CALLS_ABOVE) {
                percentiles.add(new Percentile(percent, histogram.getValueAtPercentile(percent) / NANOS_PER_MICRO));
            }
        }
        percentiles.add(new Percentile(100, histogram.getMaxValue() / NANOS_PER_MICRO));
        return new Distribution(tag.source(), tag.kind(), tag.view(), histogram.getTotalCount(), percentiles);
    }
}
