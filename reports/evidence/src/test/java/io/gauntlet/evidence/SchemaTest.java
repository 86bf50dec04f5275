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
                arguments("/callers", "0"),
                arguments("/sessions", "-1"),
                arguments("/seed", "1.5"),
                arguments("/seed", "9223372036854775808"),
                arguments("/complete", "\"yes\""),
                arguments("/seconds", "-1"),
                arguments("/results", "[]"),
                arguments("/results", "{}"),
                arguments("/results/0/subject", "\"\""),
                arguments("/results/0/readPercent", "101"),
                arguments("/results/0/readPercent", "-1"),
                arguments("/results/0/forks", "0"),
                arguments("/results/0/iterations", "0"),
                arguments("/results/0/opsPerSecond", "null"),
                arguments("/results/0/opsPerSecond/low", "-1"),
                arguments("/results/0/opsPerSecond/estimate", "\"NaN\""),
                arguments("/results/0/opsPerSecond/high", "1e19"),
                arguments("/results/0/opsPerSecond/surprise", "1"),
                arguments("/results/0/readsPerSecond", "-1"),
                arguments("/results/0/writesPerSecond", "\"fast\""),
                arguments("/results/0/effectivePerSecond", "null"),
                arguments("/results/0/ratioToMutex", "1"),
                arguments("/results/0/surprise", "1"),
                arguments("/provenance/cores", "0"),
                arguments("/surprise", "1"));
    }

    @ParameterizedTest
    @MethodSource("brokenMeasurements")
    void measurement_constraintBroken_isRefusedWithThePlace(String place, String value) {
        String json = EvidenceJson.MEASUREMENT.write(Samples.measurement());

        assertRefused(EvidenceJson.MEASUREMENT, altered(json, place, value), place);
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
    void measurement_incompleteAndEmpty_isAllowed() {
        String json = EvidenceJson.MEASUREMENT.write(Samples.measurement());
        String incomplete = altered(altered(json, "/complete", "false"), "/results", "[]");

        assertThatCode(() -> EvidenceJson.MEASUREMENT.read(incomplete)).doesNotThrowAnyException();
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
