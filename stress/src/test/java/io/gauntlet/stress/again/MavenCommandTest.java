package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenCommandTest {

    private static final Repetition UNITS = new Repetition(Condition.CALM, Kind.UNITS, 1, 42);
    private static final Repetition CHECKS = new Repetition(Condition.ONE_CORE, Kind.CHECKS, 1, 43);

    @TempDir
    private Path root;

    @BeforeEach
    void checkout() throws IOException {
        Files.writeString(
                root.resolve("pom.xml"),
                "<project><modules><module>one</module><module>two/three</module></modules></project>");
    }

    private List<String> command(Repetition repetition, String... words) throws IOException {
        Checkout checkout = Checkout.read(root);
        return new MavenCommand(Arguments.parse(List.of(words), checkout.modules()), checkout).of(repetition);
    }

    @Test
    void command_units_runsAllTestsAtTheSeed() throws IOException {
        assertThat(command(UNITS))
                .startsWith("mvn", "-o", "-B", "test")
                .contains("-Dgauntlet.seed=42", "-Dmaven.test.failure.ignore=true")
                .doesNotContain("-Pjdk25", "-DfailIfNoTests=false")
                .noneMatch(word -> word.startsWith("-Dtest="));
    }

    @Test
    void command_checksOnOneCore_runsNoUnits() throws IOException {
        assertThat(command(CHECKS))
                .startsWith("taskset", "-c", "0", "mvn", "-o", "-B", "verify")
                .contains("-Dgauntlet.seed=43", "-Dtest=none.of.the.Units");
    }

    @Test
    void command_modules_namesTheirTestClassesOnly() throws IOException {
        Path classes = Files.createDirectories(root.resolve("two/three/target/test-classes/io/a"));
        for (String name : List.of("RaceTest", "RaceTest$Inner", "Helper", "RaceIT")) {
            Files.createFile(classes.resolve(name + ".class"));
        }

        assertThat(command(UNITS, "--modules", "two/three"))
                .containsSequence("-pl", "two/three", "-am", "-Dtest=io.a.RaceTest");
    }

    @Test
    void command_tests_areHandedToTheToolThatRunsThem() throws IOException {
        assertThat(command(UNITS, "--tests", "RaceTest")).contains("-Dtest=RaceTest");
        assertThat(command(CHECKS, "--tests", "MuseumIT", "--what", "checks")).contains("-Dit.test=MuseumIT");
    }

    @Test
    void command_jdk25_selectsItAndKeepsWhatItCompiled() throws IOException {
        assertThat(command(UNITS, "--jdk", "25")).contains("-Pjdk25", "-Dmaven.clean.skip=true");
    }

    @Test
    void command_restOfTheLine_comesLast() throws IOException {
        assertThat(command(UNITS, "--", "-Dgauntlet.strategies=MUTEX")).endsWith("-Dgauntlet.strategies=MUTEX");
    }
}
