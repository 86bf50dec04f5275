package io.gauntlet.evidence;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one kind of evidence into JSON and back. Both ways pass the JSON Schema of its version, so that a rule of the format
 * stands in one place.
 *
 * @param <E> the kind of evidence
 */
final class EvidenceJson<E> {

    static final EvidenceJson<CheckEvidence> CHECK =
            new EvidenceJson<>(CheckEvidence.class, "gauntlet/check/2", "urn:gauntlet:check:2");
    static final EvidenceJson<MuseumEvidence> MUSEUM =
            new EvidenceJson<>(MuseumEvidence.class, "gauntlet/museum/1", "urn:gauntlet:museum:1");
    static final EvidenceJson<MeasurementEvidence> MEASUREMENT =
            new EvidenceJson<>(MeasurementEvidence.class, "gauntlet/measurement/4", "urn:gauntlet:measurement:4");

    private static final String TAG = "schema";
    private static final int MOST_ERRORS_TOLD = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Class<E> type;
    private final String version;
    private final Schema schema;

    private EvidenceJson(Class<E> type, String version, String schemaId) {
        this.type = type;
        this.version = version;
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of(
                                "urn:gauntlet:check:2", resource("check-2.schema.json"),
                                "urn:gauntlet:checker:1", resource("checker-1.schema.json"),
                                "urn:gauntlet:museum:1", resource("museum-1.schema.json"),
                                "urn:gauntlet:measurement:4", resource("measurement-4.schema.json"),
                                "urn:gauntlet:provenance:1", resource("provenance-1.schema.json"))))
                .getSchema(SchemaLocation.of(schemaId));
        schema.initializeValidators();
    }

    /**
     * Returns {@code evidence} as JSON.
     *
     * @throws IllegalArgumentException if the schema does not allow it; the message names each place
     */
    String write(E evidence) {
        ObjectNode tagged = MAPPER.createObjectNode();
        tagged.put(TAG, version);
        tagged.setAll((ObjectNode) MAPPER.valueToTree(evidence));
        String json = MAPPER.writeValueAsString(tagged) + "\n";
        read(json);
        return json;
    }

    /**
     * Returns the evidence that {@code json} holds.
     *
     * @throws IllegalArgumentException if it holds none, or not of this version; the message says why
     */
    E read(String json) {
        JsonNode tree = parse(json);
        if (!(tree instanceof ObjectNode object)) {
            throw new IllegalArgumentException("is not a JSON object");
        }
        JsonNode tag = object.get(TAG);
        if (tag == null) {
            throw new IllegalArgumentException("has no \"schema\": expected \"" + version + "\"");
        }
        if (!tag.isString() || !tag.stringValue().equals(version)) {
            throw new IllegalArgumentException("has schema " + tag + ": expected \"" + version + "\"");
        }
        List<Error> errors = schema.validate(object);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("violates " + version + ": "
                    + errors.stream()
                            .limit(MOST_ERRORS_TOLD)
                            .map(EvidenceJson::describe)
                            .collect(Collectors.joining("; ")));
        }
        object.remove(TAG);
        try {
            return MAPPER.treeToValue(object, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("contradicts itself: " + firstLine(rootOf(e)), e);
        }
    }

    private static JsonNode parse(String json) {
        if (json.isBlank()) {
            throw new IllegalArgumentException("is empty");
        }
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is not whole JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String describe(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "the file" : place) + " " + error.getMessage();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(failure.toString());
    }

    private static String resource(String name) {
        try (InputStream stream = EvidenceJson.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the schema " + name + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + name, e);
        }
    }
}
