package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final List<String> MODULES = List.of("coordinator", "stress/noise");

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), MODULES);
    }

    @Test
    void parse_nothing_repeatsAllTwentyTimesCalmAndLoaded() {
        Arguments arguments = parse();

        assertThat(arguments.times()).isEqualTo(20);
        assertThat(arguments.conditions()).containsExactly(Condition.CALM, Condition.LOADED);
        assertThat(arguments.kinds()).containsExactly(Kind.UNITS, Kind.CHECKS);
        assertThat(arguments.modules()).isEmpty();
        assertThat(arguments.tests()).isEmpty();
        assertThat(arguments.jdk()).isEqualTo(17);
        assertThat(arguments.seed()).isEqualTo(20261124);
        assertThat(arguments.limit()).isEmpty();
        assertThat(arguments.maven()).isEmpty();
    }

    @Test
    void parse_allOptions_areTaken() {
        Arguments arguments = parse(
                "--times",
                "3",
                "--under",
                "one-core,calm",
                "--what",
                "units",
                "--modules",
                "stress/noise",
                "--jdk",
                "25",
                "--seed",
                "-7",
                "--limit",
                "5",
                "--tests",
                "RaceTest",
                "--",
                "-Dgauntlet.strategies=MUTEX",
                "-X");

        assertThat(arguments.times()).isEqualTo(3);
        assertThat(arguments.conditions()).containsExactly(Condition.ONE_CORE, Condition.CALM);
        assertThat(arguments.kinds()).containsExactly(Kind.UNITS);
        assertThat(arguments.modules()).containsExactly("stress/noise");
        assertThat(arguments.jdk()).isEqualTo(25);
        assertThat(arguments.seed()).isEqualTo(-7);
        assertThat(arguments.limit()).contains(Duration.ofMinutes(5));
        assertThat(arguments.tests()).contains("RaceTest");
        assertThat(arguments.maven()).containsExactly("-Dgauntlet.strategies=MUTEX", "-X");
    }

    @Test
    void parse_conditionNamedTwice_isTakenOnce() {
        assertThat(parse("--under", "calm,calm").conditions()).containsExactly(Condition.CALM);
    }

    @ParameterizedTest
    @CsvSource({"--modules, coordinator", "--tests, RaceTest"})
    void parse_choiceAmongTests_leavesTheChecksOut(String option, String value) {
        assertThat(parse(option, value).kinds()).containsExactly(Kind.UNITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "--times 0; --times is '0': allowed are whole numbers from 1 to",
                "--times 1e3; --times is '1e3': allowed are whole numbers from 1 to",
                "--seed 1000000000000000000; --seed is '1000000000000000000': allowed are whole numbers from -999999999999999999",
                "--under calm,hot; --under is 'hot': allowed are calm, loaded, one-core",
                "--what soak; --what is 'soak': allowed are units, checks",
                "--modules nope; --modules is 'nope': allowed are coordinator, stress/noise",
                "--jdk 21; --jdk is '21': allowed are 17, 25",
                "--limit 0; --limit is '0': allowed are whole numbers from 1 to",
                "--tims 3; '--tims' is no option",
                "--times; --times needs a value",
                "--times --under calm; --times needs a value",
                "--tests X --what units,checks; --tests needs one kind",
                "--modules coordinator --what checks; --modules chooses among the units"
            })
    void parse_badWord_isNamedBesideWhatIsAllowed(String line, String message) {
        String[] words = line.split(" ");

        assertThatExceptionOfType(BadArgument.class)
                .isThrownBy(() -> Arguments.parse(Arrays.asList(words), MODULES))
                .withMessageContaining(message);
    }
}
