package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a results folder as JSON. Nothing is guessed: a field too many or too few is no such file. */
final class ResultsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultsJson() {}

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    static String write(ForkResult result) {
        return write(new ForkFile(
                ForkFile.SCHEMA,
                result instanceof ThroughputFork throughput ? throughput : null,
                result instanceof CostFork cost ? cost : null,
                result instanceof LatencyFork latency ? latency : null));
    }

    /**
     * Reads what {@link #write(Object)} wrote.
     *
     * @throws IllegalArgumentException if it is not that; the message says why
     */
    static <T> T read(String json, Class<T> type) {
        if (json.isBlank()) {
            throw new IllegalArgumentException("is empty");
        }
        try {
            return Objects.requireNonNull(MAPPER.readValue(json, type), "null");
        } catch (JacksonException | NullPointerException damaged) {
            throw new IllegalArgumentException(
                    "is damaged: "
                            + String.valueOf(damaged.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("null"),
                    damaged);
        }
    }

    static ForkResult readFork(String json) {
        return read(json, ForkFile.class).result();
    }

    /** What one JVM measured, in the field of its kind. */
    private record ForkFile(
            String schema,
            @Nullable ThroughputFork throughput,
            @Nullable CostFork costs,
            @Nullable LatencyFork latency) {

        static final String SCHEMA = "gauntlet/fork/3";

        ForkResult result() {
            ForkResult[] results = Stream.of(throughput, costs, latency)
                    .filter(Objects::nonNull)
                    .toArray(ForkResult[]::new);
            if (!schema.equals(SCHEMA) || results.length != 1) {
                throw new IllegalArgumentException("is damaged: it has schema \"" + schema + "\" and " + results.length
                        + " results, expected \"" + SCHEMA + "\" and 1");
            }
            return results[0];
        }
    }
}
