package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.benchmarks.fork.ForkJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;

class BenchmarksMainTest {

    @Test
    void arguments_withoutAnything_failOnErrorAndNameEveryStrategy() throws Exception {
        CommandLineOptions options = parsed(List.of());

        assertThat(options.shouldFailOnError().get()).isTrue();
        assertThat(options.getParameter("strategy").get()).hasSize(7).contains("MUTEX", "LOCK_FREE");
    }

    @Test
    void arguments_thatNameAStrategy_areKept() throws Exception {
        assertThat(parsed(List.of("-p", "strategy=MUTEX"))
                        .getParameter("strategy")
                        .get())
                .containsExactly("MUTEX");
    }

    @Test
    void forks_getTheSameJvmAsEveryMeasurement_unlessToldOtherwise() throws Exception {
        assertThat(parsed(List.of()).getJvmArgsPrepend().get()).containsExactlyElementsOf(ForkJvm.ARGUMENTS);
        assertThat(parsed(List.of("-jvmArgsPrepend", "-Xmx2g"))
                        .getJvmArgsPrepend()
                        .get())
                .containsExactly("-Xmx2g");
    }

    @Test
    void countedRate_isPrintedBesideWhateverElseIsAskedFor() throws Exception {
        assertThat(parsed(List.of("-prof", "gc")).getProfilers())
                .extracting(ProfilerConfig::getKlass)
                .containsExactly("gc", CountedRate.class.getName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strategy=SPIN_LOCK | SPIN_LOCK | LOCK_FREE
            readPercent=101    | 101       | from 0 to 100
            sessions=none      | none      | from 1 to
            dedicatedWriters=-1 | -1       | from 0 to
            strategy=MUTEX_AGAIN | MUTEX_AGAIN | REFERENCE
            colour=red         | colour    | readPercent
            """)
    void parameter_thatIsNotAllowed_isNamed(String parameter, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarksMain.strict(List.of("-p", parameter)))
                .withMessageContaining("'" + value + "'")
                .withMessageContaining(allowed);
    }

    private static CommandLineOptions parsed(List<String> arguments) throws Exception {
        return new CommandLineOptions(BenchmarksMain.strict(arguments).toArray(String[]::new));
    }
}
