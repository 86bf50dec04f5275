package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFilesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    Path folder;

    @Test
    void check_writtenAndRead_isTheSame() {
        Path file = EvidenceFiles.write(folder, Samples.check());

        assertThat(file).hasFileName("check.LINCHECK_STRESS.MUTEX.json").hasParent(folder);
        assertThat(EvidenceFiles.readCheck(file)).isEqualTo(Samples.check());
    }

    @Test
    void measurement_writtenAndRead_isTheSame() {
        Path file = EvidenceFiles.write(folder, Samples.measurement());

        assertThat(file).hasFileName("measurement.json");
        assertThat(EvidenceFiles.readMeasurement(file)).isEqualTo(Samples.measurement());
    }

    @Test
    void folder_missingBefore_isMade() {
        Path deep = folder.resolve("target/evidence");

        assertThat(EvidenceFiles.write(deep, Samples.check())).exists();
    }

    @Test
    void file_written_leavesNothingBesideIt() throws IOException {
        EvidenceFiles.write(folder, Samples.check());
        EvidenceFiles.write(folder, Samples.check());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCRIPT,
                "</pre><!-- ]]> ${jndi:ldap://x} @{evil}",
                "quote \" backslash \\ newline \n tab \t nul \0",
                "lone surrogate \ud800, line separator \u2028, right-to-left \u202e, emoji \ud83d\ude00"
            })
    void text_hostile_survivesUnchanged(String text) {
        CheckEvidence evidence = Samples.check("MUTEX", text, text.repeat(1000));

        assertThat(EvidenceFiles.readCheck(EvidenceFiles.write(folder, evidence)))
                .isEqualTo(evidence);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, "../../etc/passwd", "a/b", "a\\b", "CON", "..", "naïve 名", "a*b?c:d|e"})
    void subject_hostile_staysInTheFolderAndIsReadBack(String subject) {
        CheckEvidence evidence = Samples.check(subject, "", "");

        Path file = EvidenceFiles.write(folder, evidence);

        assertThat(file.normalize()).hasParent(folder);
        assertThat(file.getFileName().toString()).matches("check[.]LINCHECK_STRESS[.][A-Za-z0-9_%+-]+[.]json");
        assertThat(EvidenceFiles.readFolder(folder)).containsExactly(new EvidenceFile.Check(file, evidence));
    }

    @Test
    void subject_tooLongForAFileName_isRefused() {
        assertThatThrownBy(() -> EvidenceFiles.write(folder, Samples.check("x".repeat(151), "", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subject");
    }

    @Test
    void check_missing_isNamed() {
        assertUnreadable(folder.resolve("check.SMOKE.MUTEX.json"), "does not exist");
    }

    @Test
    void check_cutAnywhere_isDamaged() throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.check());
        byte[] whole = Files.readAllBytes(file);
        int lastBrace = new String(whole, StandardCharsets.US_ASCII).lastIndexOf('}');

        for (int length = 0; length < lastBrace; length += 13) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertUnreadable(file, length == 0 ? "is empty" : "is not whole JSON");
        }
    }

    @Test
    void check_followedByMore_isDamaged() throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.check());
        Files.writeString(file, Files.readString(file) + "{}");

        assertUnreadable(file, "is not whole JSON");
    }

    @Test
    void check_notUtf8_isDamaged() throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.check());
        Files.write(file, new byte[] {'{', (byte) 0xC3, '}'});

        assertUnreadable(file, "is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gauntlet/check/2 | gauntlet/check/1 | has schema \"gauntlet/check/1\": expected \"gauntlet/check/2\"",
                "\"schema\" : | \"shema\" : | has no \"schema\"",
                "\"PASSED\" | \"OK\" | /verdict",
                "\"witness\" | \"verdict\" | is not whole JSON: Duplicate Object property \"verdict\"",
                "12.5 | NaN | is not whole JSON",
                "12.5 | 1e999 | /seconds",
                "20000 | -1 | /effort/invocations",
                "20000 | 1e999 | /effort/invocations",
                "LINCHECK_STRESS | SMOKE | speaks of SMOKE on \"MUTEX\", which belongs into check.SMOKE.MUTEX.json",
                "\"subject\" : \"MUTEX\" | \"subject\" : \"LOCK_FREE\" | which belongs into check.LINCHECK_STRESS.LOCK_FREE.json"
            })
    void check_altered_isDamaged(String text, String replacement, String reason) throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.check());
        String json = Files.readString(file);
        assertThat(json).contains(text);
        Files.writeString(file, json.replace(text, replacement));

        assertUnreadable(file, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"check\"", "1"})
    void check_noObject_isDamaged(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("check.SMOKE.MUTEX.json"), json);

        assertUnreadable(file, "is not a JSON object");
    }

    @Test
    void measurement_inTheOtherOnesPlace_isDamaged() throws IOException {
        Path file = Files.move(
                EvidenceFiles.write(folder, Samples.measurement()), folder.resolve("check.SMOKE.MUTEX.json"));

        assertUnreadable(file, "has schema \"gauntlet/measurement/4\"");
    }

    @Test
    void measurement_contradictingItself_isDamaged() throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.measurement());
        String json = Files.readString(file);
        assertThat(json).contains("\"low\" : 1900000.0");
        Files.writeString(file, json.replace("\"low\" : 1900000.0", "\"low\" : 2100000.0"));

        assertUnreadable(file, "outside its interval");
    }

    @Test
    void measurement_ofTheVersionBefore_isDamaged() throws IOException {
        Path file = EvidenceFiles.write(folder, Samples.measurement());
        Files.writeString(file, Files.readString(file).replace("gauntlet/measurement/4", "gauntlet/measurement/3"));

        assertUnreadable(file, "has schema \"gauntlet/measurement/3\": expected \"gauntlet/measurement/4\"");
    }

    @Test
    void folder_missing_isOneUnreadableEntry() {
        Path missing = folder.resolve("missing");

        assertThat(EvidenceFiles.readFolder(missing))
                .containsExactly(new EvidenceFile.Unreadable(missing, "the evidence folder does not exist"));
    }

    @Test
    void folder_isAFile_isOneUnreadableEntry() throws IOException {
        Path file = Files.writeString(folder.resolve("evidence"), "");

        assertThat(EvidenceFiles.readFolder(file)).singleElement().isInstanceOf(EvidenceFile.Unreadable.class);
    }

    @Test
    void folder_withGoodBadAndForeignFiles_tellsThemApart() throws IOException {
        Path check = EvidenceFiles.write(folder, Samples.check());
        Path measurement = EvidenceFiles.write(folder, Samples.measurement());
        Path damaged = Files.writeString(folder.resolve("check.SMOKE.MUTEX.json"), "{");
        Path foreign = Files.writeString(folder.resolve("package.json"), "{}");
        Files.writeString(folder.resolve("check.SMOKE.MUTEX.json123.part"), "left by a killed writer");

        List<EvidenceFile> files = EvidenceFiles.readFolder(folder);

        assertThat(files).hasSize(4);
        assertThat(files)
                .contains(
                        new EvidenceFile.Check(check, Samples.check()),
                        new EvidenceFile.Measurement(measurement, Samples.measurement()));
        assertThat(files)
                .filteredOn(EvidenceFile.Unreadable.class::isInstance)
                .extracting(EvidenceFile::path)
                .containsExactly(damaged, foreign);
    }

    @Test
    void pass_withoutEffort_cannotBeMade() {
        CheckEvidence check = Samples.check();

        assertThatThrownBy(() -> Samples.check(Verdict.PASSED, check.canary(), Map.of("scenarios", 0L), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a check that ran nothing is NOT_RUN");
    }

    @Test
    void verdict_withoutCanary_cannotBeMade() {
        CheckEvidence check = Samples.check();

        for (Verdict verdict : List.of(Verdict.PASSED, Verdict.FAILED)) {
            assertThatThrownBy(() -> Samples.check(verdict, /* canary= */ null, check.effort(), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("without a canary");
        }
    }

    @Test
    void pass_withFailedHazard_cannotBeMade() {
        CheckEvidence check = Samples.check();

        assertThatThrownBy(() -> Samples.check(
                        Verdict.PASSED, check.canary(), check.effort(), List.of(Samples.hazard(Verdict.FAILED))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of its hazards FAILED");
    }

    @Test
    void museum_written_isReadBackEqual() {
        Path file = EvidenceFiles.write(folder, Samples.museum());

        assertThat(file).hasFileName(EvidenceFiles.MUSEUM_FILE);
        assertThat(EvidenceFiles.readMuseum(file)).isEqualTo(Samples.museum());
        assertThat(EvidenceFiles.readFolder(folder)).containsExactly(new EvidenceFile.Museum(file, Samples.museum()));
    }

    private static void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(reason);
    }

    private static Object read(Path file) {
        return file.endsWith(EvidenceFiles.MEASUREMENT_FILE)
                ? EvidenceFiles.readMeasurement(file)
                : EvidenceFiles.readCheck(file);
    }
}
