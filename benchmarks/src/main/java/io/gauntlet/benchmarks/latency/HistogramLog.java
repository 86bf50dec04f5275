package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * HdrHistogram's own log format: one file for each JVM and load, in it one histogram for each {@link Tag}, in nanoseconds.
 * Every tool for such files reads it.
 *
 * @see <a href="https://github.com/HdrHistogram/HdrHistogram">HdrHistogram</a>
 */
final class HistogramLog {

    private HistogramLog() {}

    /** What a histogram in the log is of; in the file {@code SUBJECT-READ-SINCE_DUE}. */
    record Tag(Source source, Kind kind, View view) {

        @Override
        public String toString() {
            return source + "-" + kind + "-" + view;
        }
    }

    /** Returns every tag by its text; a log has all of them, once. */
    static Map<String, Tag> tags() {
        Map<String, Tag> tags = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            for (Kind kind : Kind.values()) {
                for (View view : View.values()) {
                    Tag tag = new Tag(source, kind, view);
                    tags.put(tag.toString(), tag);
                }
            }
        }
        return tags;
    }

    /** Returns the log of one load, as the bytes of a file. */
    static byte[] write(LatencyCell cell, long seed, double offeredPerSecond, LatencyRun.Load load) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(bytes);
        long startedAtMillis = load.subject().startedAtMillis();
        log.outputComment("[Gauntlet: times of calls in an open loop, in nanoseconds]");
        log.outputComment(String.format(
                Locale.ROOT,
                "[%s; %d callers, %s threads; %d %% reads; %d sessions; round %d; seed %d]",
                cell.subject(),
                cell.callers(),
                cell.threads(),
                cell.readPercent(),
                cell.sessions(),
                cell.round(),
                seed));
        log.outputComment(String.format(
                Locale.ROOT,
                "[load: %d %% of capacity, %.0f calls/s due on a Poisson schedule]",
                load.percent(),
                offeredPerSecond));
        log.outputComment(
                "[tags: SUBJECT or NO_OP, a target that does nothing; READ or WRITE; SINCE_DUE or IN_SERVICE]");
        log.outputLogFormatVersion();
        log.outputStartTime(startedAtMillis);
        log.outputBaseTime(startedAtMillis);
        log.setBaseTime(startedAtMillis);
        log.outputLegend();
        tags().forEach((text, tag) -> {
            Played source = load.of(tag.source());
            Histogram histogram = source.distributions().of(tag.kind(), tag.view());
            histogram.setTag(text);
            histogram.setStartTimeStamp(source.startedAtMillis());
            histogram.setEndTimeStamp(source.startedAtMillis() + source.window().nanos() / 1_000_000);
            log.outputIntervalHistogram(histogram);
        });
        log.close();
        return bytes.toByteArray();
    }

    /**
     * Reads a log.
     *
     * @throws IOException if the file is missing, or is not a whole log of ours; the message names it
     */
    static Map<Tag, Histogram> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, Tag> known = tags();
        Map<Tag, Histogram> histograms = new LinkedHashMap<>();
        try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(bytes))) {
            EncodableHistogram next;
            while ((next = log.nextIntervalHistogram()) != null) {
                Tag tag = known.get(String.valueOf(next.getTag()));
                if (tag == null || !(next instanceof Histogram histogram)) {
                    throw new IOException(file + " has a histogram tagged '" + next.getTag() + "': allowed are "
                            + String.join(", ", known.keySet()));
                }
                if (histograms.put(tag, histogram) != null) {
                    throw new IOException(file + " has two histograms tagged '" + tag + "': one is allowed");
                }
            }
        } catch (RuntimeException damaged) {
            throw new IOException(file + " is damaged: " + damaged, damaged);
        }
        if (histograms.size() != known.size()) {
            throw new IOException(file + " is truncated: it has " + histograms.size() + " of " + known.size()
                    + " histograms, " + histograms.keySet());
        }
        return histograms;
    }
}
