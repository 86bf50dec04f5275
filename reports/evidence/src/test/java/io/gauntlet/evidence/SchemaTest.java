package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each constraint of the schemas, broken alone: a constraint that no test breaks may as well be missing. */
class SchemaTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Stream<Arguments> brokenChecks() {
        return Stream.of(
                arguments("/checker", "\"GUESSWORK\""),
                arguments("/checker", "1"),
                arguments("/subject", "\"\""),
                arguments("/subject", "\" \""),
                arguments("/subject", "null"),
                arguments("/knownBad", "\"true\""),
                arguments("/verdict", "\"passed\""),
                arguments("/verdict", "\"FAILED\""),
                arguments("/verdict", "\"NOT_RUN\""),
                arguments("/reason", "null"),
                arguments("/canary", "null"),
                arguments("/canary/caught", "\"\""),
                arguments("/canary/seconds", "-1"),
                arguments("/canary/surprise", "1"),
                arguments("/hazards", "null"),
                arguments("/hazards/0/hazard", "\"\""),
                arguments("/hazards/0/verdict", "\"FINE\""),
                arguments("/hazards/0/reason", "null"),
                arguments("/hazards/0/configurations", "-1"),
                arguments("/hazards/0/samples", "-1"),
                arguments("/hazards/0/seconds", "-1"),
                arguments("/hazards/0/replay", "\"\""),
                arguments("/hazards/0/surprise", "1"),
                arguments("/hazards/1/reason", "\" \""),
                arguments("/hazards/0/outcomes", "null"),
                arguments("/hazards/0/outcomes/0/answers", "null"),
                arguments("/hazards/0/outcomes/0/legal", "\"yes\""),
                arguments("/hazards/0/outcomes/0/meaning", "7"),
                arguments("/hazards/0/outcomes/0/count", "-1"),
                arguments("/hazards/0/outcomes/0/surprise", "1"),
                arguments("/effort", "{}"),
                arguments("/effort", "[]"),
                arguments("/effort/scenarios", "0.5"),
                arguments("/effort/scenarios", "-1"),
                arguments("/effort/scenarios", "9223372036854775808"),
                arguments("/effort/scenarios", "null"),
                arguments("/witness", "null"),
                arguments("/replay", "7"),
                arguments("/seconds", "-0.001"),
                arguments("/seconds", "\"NaN\""),
                arguments("/seconds", "1e13"),
                arguments("/seconds", "null"),
                arguments("/provenance", "null"),
                arguments("/provenance/machine", "\"\""),
                arguments("/provenance/cores", "0"),
                arguments("/provenance/memoryMiB", "-1"),
                arguments("/provenance/jdk", "\"OpenJDK 17\""),
                arguments("/provenance/jdk", "\"12345\""),
                arguments("/provenance/commit", "\"HEAD\""),
                arguments("/provenance/command", "\"\""),
                arguments("/provenance/startedAt", "\"yesterday\""),
                arguments("/provenance/startedAt", "\"2026-11-24T00:00:00+01:00\""),
                arguments("/provenance/classesSha256", "\"abc\""),
                arguments("/provenance/classesSha256", '"' + "G".repeat(64) + '"'),
                arguments("/provenance/surprise", "1"),
                arguments("/surprise", "1"));
    }

    @ParameterizedTest
    @MethodSource("brokenChecks")
    void check_constraintBroken_isRefusedWithThePlace(String place, String value) {
        assertRefused(EvidenceJson.CHECK, altered(EvidenceJson.CHECK.write(Samples.check()), place, value), place);
    }

    static Stream<Arguments> brokenMuseums() {
        return Stream.of(
                arguments("/budget", "\"\""),
                arguments("/seed", "1.5"),
                arguments("/complete", "1"),
                arguments("/seconds", "-1"),
                arguments("/exhibits", "[]"),
                arguments("/exhibits/0/name", "\"\""),
                arguments("/exhibits/0/happenedIn", "\" \""),
                arguments("/exhibits/0/links", "null"),
                arguments("/exhibits/0/links", "[\"http://example.org\"]"),
                arguments("/exhibits/0/whatWentWrong", "\"\""),
                arguments("/exhibits/0/surprise", "1"),
                arguments("/exhibits/0/trials/0/checker", "\"GUESSWORK\""),
                arguments("/exhibits/0/trials/0/expectation", "\"HOPES\""),
                arguments("/exhibits/0/trials/0/tries", "-1"),
                arguments("/exhibits/0/trials/0/caught", "-1"),
                arguments("/exhibits/0/trials/0/notRun", "-1"),
                arguments("/exhibits/0/trials/0/medianSeconds", "-1"),
                arguments("/exhibits/0/trials/0/reason", "null"),
                arguments("/exhibits/0/trials/0/surprise", "1"),
                arguments("/provenance/cores", "0"),
                arguments("/surprise", "1"));
    }

    @ParameterizedTest
    @MethodSource("brokenMuseums")
    void museum_constraintBroken_isRefusedWithThePlace(String place, String value) {
        assertRefused(EvidenceJson.MUSEUM, altered(EvidenceJson.MUSEUM.write(Samples.museum()), place, value), place);
    }

    @ParameterizedTest
    @CsvSource({
        "/exhibits/0/trials/0/caught, 6, 6 catches and 0 not run in 5 tries",
        "/exhibits/0/trials/0/medianSeconds, null, caught 5 times",
        "/exhibits/0/trials/1/medianSeconds, 1.5, caught 0 times"
    })
    void museum_contradictingItself_isRefused(String place, String value, String reason) {
        String json = altered(EvidenceJson.MUSEUM.write(Samples.museum()), place, value);

        assertThatThrownBy(() -> EvidenceJson.MUSEUM.read(json)).hasMessageContaining(reason);
    }

    @Test
    void museum_anyPropertyLeftOut_isRefused() {
        assertEachPropertyRequired(EvidenceJson.MUSEUM, EvidenceJson.MUSEUM.write(Samples.museum()), List.of());
    }

    static Stream<Arguments> brokenMeasurements() {
        return Stream.of(
                arguments("/budget", "\"\""),
                arguments("/seed", "1.5"),
                arguments("/seed", "9223372036854775808"),
                arguments("/complete", "\"yes\""),
                arguments("/sittings", "[]"),
                arguments("/sittings", "{}"),
                arguments("/sittings/0/startedAt", "\"yesterday\""),
                arguments("/sittings/0/startedAt", "\"2026-11-24T00:00:00+01:00\""),
                arguments("/sittings/0/seconds", "-1"),
                arguments("/sittings/0/forks", "-1"),
                arguments("/sittings/0/forks", "2147483648"),
                arguments("/sittings/0/cgroupCores", "-1"),
                arguments("/sittings/0/governor", "\"\""),
                arguments("/sittings/0/stealPercent", "-0.1"),
                arguments("/sittings/0/stealPercent", "100.1"),
                arguments("/sittings/0/loadBefore", "-1"),
                arguments("/sittings/0/loadAfter", "\"NaN\""),
                arguments("/sittings/0/collector", "\"\""),
                arguments("/sittings/0/jvmArguments", "null"),
                arguments("/sittings/0/jvmArguments", "[\"\"]"),
                arguments("/sittings/0/surprise", "1"),
                arguments("/regimes", "{}"),
                arguments("/regimes/0/regime/callers", "0"),
                arguments("/regimes/0/regime/callers", "2147483648"),
                arguments("/regimes/0/regime/threads", "\"GREEN\""),
                arguments("/regimes/0/regime/dedicatedWriters", "-1"),
                arguments("/regimes/0/regime/readPercent", "-1"),
                arguments("/regimes/0/regime/readPercent", "101"),
                arguments("/regimes/0/regime/sessions", "0"),
                arguments("/regimes/0/regime/surprise", "1"),
                arguments("/regimes/0/noiseFloor", "1"),
                arguments("/regimes/0/noiseFloor/estimate", "null"),
                arguments("/regimes/0/noiseFloor/low", "-1"),
                arguments("/regimes/0/noiseFloor/high", "1e19"),
                arguments("/regimes/0/noiseFloor/surprise", "1"),
                arguments("/regimes/0/results", "[]"),
                arguments("/regimes/0/surprise", "1"),
                arguments("/regimes/0/results/0/subject", "\"\""),
                arguments("/regimes/0/results/0/subject", '"' + "x".repeat(151) + '"'),
                arguments("/regimes/0/results/0/forks", "0"),
                arguments("/regimes/0/results/0/iterations", "0"),
                arguments("/regimes/0/results/0/opsPerSecond", "null"),
                arguments("/regimes/0/results/0/opsPerSecond", "-1"),
                arguments("/regimes/0/results/0/opsPerSecond", "1e19"),
                arguments("/regimes/0/results/0/opsInterval", "1"),
                arguments("/regimes/0/results/0/opsInterval/estimate", "\"NaN\""),
                arguments("/regimes/0/results/0/opsInterval/surprise", "1"),
                arguments("/regimes/0/results/0/readsPerSecond", "-1"),
                arguments("/regimes/0/results/0/writesPerSecond", "\"fast\""),
                arguments("/regimes/0/results/0/effectivePerSecond", "null"),
                arguments("/regimes/0/results/0/settled", "null"),
                arguments("/regimes/0/results/0/settled/unsettledForks", "-1"),
                arguments("/regimes/0/results/0/settled/repeatedForks", "0.5"),
                arguments("/regimes/0/results/0/settled/why", "[\"\"]"),
                arguments("/regimes/0/results/0/againstYardstick", "1"),
                arguments("/regimes/0/results/0/againstYardstick/ratio", "null"),
                arguments("/regimes/0/results/0/againstYardstick/ratio/low", "-1"),
                arguments("/regimes/0/results/0/againstYardstick/adjustedP", "-0.1"),
                arguments("/regimes/0/results/0/againstYardstick/adjustedP", "1.1"),
                arguments("/regimes/0/results/0/againstYardstick/speed", "\"QUICK\""),
                arguments("/regimes/0/results/0/againstYardstick/surprise", "1"),
                arguments("/regimes/0/results/0/fasterThan", "null"),
                arguments("/regimes/0/results/0/fasterThan", "[\"\"]"),
                arguments("/regimes/0/results/0/fasterThan", "[\"MUTEX\", \"MUTEX\"]"),
                arguments("/regimes/0/results/0/fairness", "null"),
                arguments("/regimes/0/results/0/surprise", "1"),
                arguments("/regimes/0/results/0/fairness/0/role", "\"BOSS\""),
                arguments("/regimes/0/results/0/fairness/0/callers", "0"),
                arguments("/regimes/0/results/0/fairness/0/slowestToMean", "1.1"),
                arguments("/regimes/0/results/0/fairness/0/jainIndex", "-0.1"),
                arguments("/regimes/0/results/0/fairness/0/longestReadMillis", "-1"),
                arguments("/regimes/0/results/0/fairness/0/longestWriteMillis", "\"long\""),
                arguments("/regimes/0/results/0/fairness/0/surprise", "1"),
                arguments("/regimes/0/results/0/judged", "null"),
                arguments("/regimes/0/results/0/judged/forks", "0"),
                arguments("/regimes/0/results/0/judged/judgedForks", "-1"),
                arguments("/regimes/0/results/0/judged/linearizableForks", "1.5"),
                arguments("/regimes/0/results/0/judged/undecidedForks", "null"),
                arguments("/regimes/0/results/0/judged/why", "null"),
                arguments("/regimes/0/results/0/judged/windows", "-1"),
                arguments("/regimes/0/results/0/judged/calls", "\"many\""),
                arguments("/regimes/0/results/0/judged/overlappingCalls", "-1"),
                arguments("/regimes/0/results/0/judged/callsPerSecond", "-1"),
                arguments("/regimes/0/results/0/judged/toMeasured", "\"half\""),
                arguments("/regimes/0/results/0/judged/surprise", "1"),
                arguments("/latency/0/judged", "null"),
                arguments("/costs", "{}"),
                arguments("/costs/0/operation", "\"\""),
                arguments("/costs/0/subject", "\" \""),
                arguments("/costs/0/sessions", "0"),
                arguments("/costs/0/forks", "0"),
                arguments("/costs/0/nanos", "-1"),
                arguments("/costs/0/nanos", "1e19"),
                arguments("/costs/0/nanosInterval", "1"),
                arguments("/costs/0/allocatedBytes", "-1"),
                arguments("/costs/0/surprise", "1"),
                arguments("/growth", "null"),
                arguments("/growth/0/operation", "\"\""),
                arguments("/growth/0/subject", "\"\""),
                arguments("/growth/0/fromSessions", "0"),
                arguments("/growth/0/toSessions", "0"),
                arguments("/growth/0/exponent", "null"),
                arguments("/growth/0/exponent/estimate", "\"NaN\""),
                arguments("/growth/0/exponent/low", "-1001"),
                arguments("/growth/0/exponent/high", "1001"),
                arguments("/growth/0/exponent/surprise", "1"),
                arguments("/growth/0/surprise", "1"),
                arguments("/latency", "{}"),
                arguments("/latency/0/subject", "\"\""),
                arguments("/latency/0/callers", "0"),
                arguments("/latency/0/threads", "\"GREEN\""),
                arguments("/latency/0/readPercent", "-1"),
                arguments("/latency/0/readPercent", "101"),
                arguments("/latency/0/sessions", "0"),
                arguments("/latency/0/loadPercent", "0"),
                arguments("/latency/0/loadPercent", "1001"),
                arguments("/latency/0/forks", "0"),
                arguments("/latency/0/capacityPerSecond", "-1"),
                arguments("/latency/0/offeredPerSecond", "null"),
                arguments("/latency/0/achievedPerSecond", "1e19"),
                arguments("/latency/0/sustained", "\"yes\""),
                arguments("/latency/0/whyNot", "null"),
                arguments("/latency/0/distributions", "null"),
                arguments("/latency/0/surprise", "1"),
                arguments("/latency/0/distributions/0/source", "\"ME\""),
                arguments("/latency/0/distributions/0/kind", "\"BOTH\""),
                arguments("/latency/0/distributions/0/view", "\"LATER\""),
                arguments("/latency/0/distributions/0/count", "0"),
                arguments("/latency/0/distributions/0/percentiles", "[]"),
                arguments("/latency/0/distributions/0/surprise", "1"),
                arguments("/latency/0/distributions/0/percentiles/0/percent", "-1"),
                arguments("/latency/0/distributions/0/percentiles/0/percent", "100.1"),
                arguments("/latency/0/distributions/0/percentiles/0/micros", "-1"),
                arguments("/latency/0/distributions/0/percentiles/0/micros", "\"NaN\""),
                arguments("/latency/0/distributions/0/percentiles/0/surprise", "1"),
                arguments("/provenance/cores", "0"),
                arguments("/surprise", "1"));
    }

    @ParameterizedTest
    @MethodSource("brokenMeasurements")
    void measurement_constraintBroken_isRefusedWithThePlace(String place, String value) {
        String json = EvidenceJson.MEASUREMENT.write(Samples.measurement());

        assertRefused(EvidenceJson.MEASUREMENT, altered(json, place, value), place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/regimes/0/regime/dedicatedWriters | 129 | dedicatedWriters '129' is not valid",
                "/regimes/0/results/1/subject | \"LOCK_FREE\" | LOCK_FREE is measured twice under Regime[callers=128",
                "/regimes/0/results/1/fasterThan | [\"LOCK_FREE\"] | LOCK_FREE and MUTEX are each faster than the other",
                "/regimes/0/results/1/fasterThan | [\"MUTEX\"] | MUTEX and MUTEX are each faster than the other",
                "/regimes/0/results/0/opsInterval/low | 2.1e6 | lies outside its interval",
                "/regimes/0/noiseFloor/high | 1 | lies outside its interval",
                "/regimes/1/regime | {\"callers\":128,\"threads\":\"PLATFORM\",\"dedicatedWriters\":0,\"readPercent\":90,\"sessions\":10} | is measured twice in one run",
                "/costs/1/sessions | 10 | [getSession, MUTEX, 10] is measured twice",
                "/costs/0/nanosInterval/low | 42 | lies outside its interval",
                "/growth/0/exponent/high | 0.01 | lies outside its interval",
                "/latency/1/loadPercent | 50 | [MUTEX, 128, PLATFORM, 90, 10, 50] is measured twice",
                "/latency/0/distributions | [] | kept the load and has 0 distributions",
                "/latency/0/whyNot | \"it grew\" | whyNot is \"it grew\", sustained true",
                "/latency/1/whyNot | \"\" | whyNot is \"\", sustained false",
                "/latency/0/sustained | false | did not keep the load and has 1 distributions",
                "/latency/0/distributions/0/percentiles/0/percent | 100 | percentiles must rise to 100",
                "/latency/0/distributions/0/percentiles/1/percent | 99 | percentiles must rise to 100"
            })
    void measurement_contradictingItself_isRefused(String place, String value, String reason) {
        String json = altered(EvidenceJson.MEASUREMENT.write(Samples.measurement()), place, value);

        assertThatThrownBy(() -> EvidenceJson.MEASUREMENT.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("contradicts itself: ")
                .hasMessageContaining(reason);
    }

    @Test
    void growth_measuredTwice_isRefused() {
        MeasurementEvidence run = Samples.measurement();
        List<GrowthResult> twice = List.of(run.growth().get(0), run.growth().get(0));

        assertThatThrownBy(() -> new MeasurementEvidence(
                        run.budget(),
                        run.seed(),
                        run.complete(),
                        run.sittings(),
                        run.regimes(),
                        run.costs(),
                        twice,
                        run.latency(),
                        run.provenance()))
                .hasMessageContaining("[getSession, MUTEX] is measured twice in one run");
    }

    @Test
    void check_anyPropertyLeftOut_isRefused() {
        assertEachPropertyRequired(EvidenceJson.CHECK, EvidenceJson.CHECK.write(Samples.check()), List.of("/effort"));
    }

    @Test
    void measurement_anyPropertyLeftOut_isRefused() {
        assertEachPropertyRequired(
                EvidenceJson.MEASUREMENT, EvidenceJson.MEASUREMENT.write(Samples.measurement()), List.of());
    }

    @Test
    void checker_everyOne_isInTheSchema() {
        for (Checker checker : Checker.values()) {
            String json = altered(EvidenceJson.CHECK.write(Samples.check()), "/checker", '"' + checker.name() + '"');

            assertThat(EvidenceJson.CHECK.read(json).checker()).isEqualTo(checker);
        }
    }

    @Test
    void measurement_empty_isAllowedOnlyWhileIncomplete() {
        String empty = EvidenceJson.MEASUREMENT.write(Samples.measurement());
        for (String place : List.of("/regimes", "/costs", "/growth", "/latency")) {
            empty = altered(empty, place, "[]");
        }
        String complete = empty;
        String incomplete = altered(empty, "/complete", "false");

        assertThatCode(() -> EvidenceJson.MEASUREMENT.read(incomplete)).doesNotThrowAnyException();
        assertThatThrownBy(() -> EvidenceJson.MEASUREMENT.read(complete))
                .hasMessageStartingWith("violates gauntlet/measurement/4")
                .hasMessageContaining("/regimes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regimes", "costs", "latency"})
    void measurement_ofOneKind_isComplete(String kept) {
        String json = EvidenceJson.MEASUREMENT.write(Samples.measurement());
        for (String place : List.of("regimes", "costs", "growth", "latency")) {
            json = place.equals(kept) ? json : altered(json, "/" + place, "[]");
        }
        String ofOneKind = json;

        assertThatCode(() -> EvidenceJson.MEASUREMENT.read(ofOneKind)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void measurement_notFinite_isNotWritten(double nanos) {
        MeasurementEvidence run = Samples.measurement();
        MeasurementEvidence endless = new MeasurementEvidence(
                run.budget(),
                run.seed(),
                run.complete(),
                run.sittings(),
                run.regimes(),
                List.of(new CostResult("getSession", "MUTEX", 10, 3, nanos, null, 24)),
                run.growth(),
                run.latency(),
                run.provenance());

        assertThatThrownBy(() -> EvidenceJson.MEASUREMENT.write(endless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/costs/0/nanos");
        assertThatThrownBy(() -> new Interval(nanos, 1, 2)).hasMessageContaining("outside its interval");
    }

    @Test
    void number_notFinite_isNotWritten() {
        CheckEvidence check = Samples.check();
        for (double seconds : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            CheckEvidence timeless = new CheckEvidence(
                    check.checker(),
                    check.subject(),
                    check.knownBad(),
                    check.verdict(),
                    check.reason(),
                    check.canary(),
                    check.effort(),
                    check.hazards(),
                    check.witness(),
                    check.replay(),
                    seconds,
                    check.provenance());

            assertThatThrownBy(() -> EvidenceJson.CHECK.write(timeless))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/seconds");
        }
    }

    private static String altered(String json, String place, String value) {
        ObjectNode root = (ObjectNode) MAPPER.readTree(json);
        JsonPointer pointer = JsonPointer.compile(place);
        ((ObjectNode) root.at(pointer.head())).set(pointer.last().getMatchingProperty(), MAPPER.readTree(value));
        return MAPPER.writeValueAsString(root);
    }

    private static void assertRefused(EvidenceJson<?> format, String json, String place) {
        String property = place.substring(place.lastIndexOf('/') + 1);
        assertThatThrownBy(() -> format.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("violates gauntlet/")
                .satisfies(failure -> assertThat(failure.getMessage()).containsAnyOf(property, "/reason", "/effort"));
    }

    private static void assertEachPropertyRequired(EvidenceJson<?> format, String json, List<String> exceptIn) {
        for (String place : objectProperties("", MAPPER.readTree(json))) {
            JsonPointer pointer = JsonPointer.compile(place);
            if (exceptIn.contains(pointer.head().toString())) {
                continue;
            }
            ObjectNode root = (ObjectNode) MAPPER.readTree(json);
            ((ObjectNode) root.at(pointer.head())).remove(pointer.last().getMatchingProperty());

            assertThatThrownBy(() -> format.read(MAPPER.writeValueAsString(root)))
                    .as(place)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(pointer.last().getMatchingProperty());
        }
    }

    private static List<String> objectProperties(String place, JsonNode node) {
        List<String> places = new ArrayList<>();
        if (node.isObject()) {
            node.forEachEntry((name, child) -> {
                places.add(place + "/" + name);
                places.addAll(objectProperties(place + "/" + name, child));
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(objectProperties(place + "/" + i, node.get(i)));
        }
        return places;
    }
}
