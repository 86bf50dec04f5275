package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"17.0.15+6 (x), 17", "25 (y), 25", "21-ea, 21", "100.1, 100"})
    void jdk_beginningWithAVersion_hasAFeature(String jdk, int feature) {
        assertThat(ranOn(jdk).jdkFeature()).isEqualTo(feature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OpenJDK 17", "99999"})
    void jdk_withoutVersion_hasNoFeature(String jdk) {
        assertThatThrownBy(() -> ranOn(jdk).jdkFeature())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining('"' + jdk + '"');
    }

    @Test
    void commit_dirty_isTold() {
        assertThat(Samples.PROVENANCE.differsFromCommit()).isTrue();
    }

    @Test
    void processor_listedByTheKernel_isItsModel() throws IOException {
        Path cpuinfo = Files.writeString(
                folder.resolve("cpuinfo"), "processor\t: 0\nmodel\t\t: 1\nmodel name\t: Example CPU @ 2 GHz\n");

        assertThat(Machine.processor(cpuinfo, "amd64")).isEqualTo("Example CPU @ 2 GHz");
    }

    @Test
    void processor_notListed_isTheArchitecture() throws IOException {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\n");

        assertThat(Machine.processor(cpuinfo, "riscv64")).isEqualTo("riscv64");
        assertThat(Machine.processor(folder.resolve("missing"), "riscv64")).isEqualTo("riscv64");
    }

    @Test
    void command_toldMavenOrOwn_inThisOrder() {
        Properties properties = new Properties();
        properties.setProperty("sun.java.command", "io.gauntlet.Main --all");
        Map<String, String> maven = Map.of("MAVEN_CMD_LINE_ARGS", " verify -Pcompare ");

        assertThat(RepeatableCommand.find(Map.of(), properties)).isEqualTo("java io.gauntlet.Main --all");
        assertThat(RepeatableCommand.find(maven, properties)).isEqualTo("mvn verify -Pcompare");
        properties.setProperty("gauntlet.command", "java -jar benchmarks.jar");
        assertThat(RepeatableCommand.find(maven, properties)).isEqualTo("java -jar benchmarks.jar");
    }

    private static Provenance ranOn(String jdk) {
        Provenance sample = Samples.PROVENANCE;
        return new Provenance(
                sample.machine(),
                sample.cores(),
                sample.memoryMiB(),
                jdk,
                sample.commit(),
                sample.command(),
                sample.startedAt(),
                sample.classesSha256());
    }
}
