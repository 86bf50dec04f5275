package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.workload.Tampered;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.CallerThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyMainTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(log, true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void request_asArguments_isReadAgain() {
        LatencyRequest request = request();

        assertThat(LatencyRequest.parse(request.arguments())).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --subject         | NOBODY    | strategy 'NOBODY' is unknown: allowed are SYNCHRONIZED
                    --subject         | REFERENCE | REFERENCE at 90 % reads, with 0 dedicated writers, was refused
                    --callers         | 0         | --callers '0' is not valid: allowed are whole numbers from 1 to 1024
                    --callers         | 1025      | --callers '1025' is not valid
                    --threads         | green     | --threads 'green' is not valid: allowed are [PLATFORM, VIRTUAL]
                    --read-percent    | 101       | --read-percent '101' is not valid: allowed are whole numbers from 0 to 100
                    --sessions        | 0         | --sessions '0' is not valid: allowed are whole numbers from 1 to 65536
                    --round           | 0         | --round '0' is not valid
                    --warm-up-millis  | 0         | --warm-up-millis '0' is not valid
                    --capacity-millis | 1s        | --capacity-millis '1s' is not valid
                    --load-millis     | 60001     | --load-millis '60001' is not valid: allowed are whole numbers from 1 to 60000
                    --loads           | 50,       | --loads '50,': '' is not valid
                    --loads           | 50,50     | --loads '50,50' names a load twice
                    --loads           | 0         | --loads '0': '0' is not valid: allowed are whole numbers from 1 to 1000
                    --seed            | x         | --seed 'x' is not valid
                    --out             | pom.xml   | --out 'pom.xml' is not valid: allowed is a folder, or a new name
                    """)
    void argument_thatIsNotValid_isNamed(String option, String value, String message) {
        List<String> arguments = new ArrayList<>(request().arguments());
        arguments.set(arguments.indexOf(option) + 1, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(arguments))
                .withMessageContaining(message);
        assertThat(LatencyMain.execute(stream, arguments.toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("ERROR: ").contains(message);
    }

    @Test
    void arguments_unknownMissingOrTwice_areNamed() {
        List<String> arguments = request().arguments();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(List.of("--speed", "1")))
                .withMessageStartingWith("option '--speed' is unknown: allowed are --callers, --capacity-millis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(arguments.subList(0, 2)))
                .withMessageStartingWith("--read-percent is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(arguments.subList(0, 3)))
                .withMessage("--callers has no value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(List.of("--seed", "1", "--seed", "1")))
                .withMessageStartingWith("--seed is given twice");
        assertThat(LatencyMain.execute(stream)).isEqualTo(2);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void virtualThreads_onAnOlderJdk_areRefused() {
        List<String> arguments = new ArrayList<>(request().arguments());
        arguments.set(arguments.indexOf("--threads") + 1, "VIRTUAL");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyRequest.parse(arguments))
                .withMessageContaining("threads 'VIRTUAL' are not possible on JDK")
                .withMessageContaining("they need JDK 21 or later");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreads_onAJdkThatHasThem_call() {
        assertThatCode(() -> CallerFactory.require(CallerThreads.VIRTUAL)).doesNotThrowAnyException();
        assertThat(CallerFactory.of(CallerThreads.VIRTUAL).newThread(() -> {}).isDaemon())
                .isTrue();
    }

    @Test
    void invariants_thatAreBroken_leaveNoResult() {
        assertThat(LatencyMain.execute(stream, request(), LatencyMainTest::brokenCoordinator))
                .isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("ERROR: MUTEX at 90 % reads broke its invariants", "nobody");
    }

    @Test
    void answers_thatAreStale_leaveNoResultAndTheWindow() {
        assertThat(LatencyMain.execute(
                        stream, request(2), config -> Tampered.staleActiveId(CoordinatorStrategy.MUTEX.create(config))))
                .isEqualTo(1);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("ERROR: MUTEX at 90 % reads was NOT LINEARIZABLE", "HistoryMain judge");
        assertThat(folder)
                .isDirectoryContaining(file -> file.toString().endsWith(".history"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".json"));
    }

    @Test
    void invariants_thatHold_leaveAResultAndALog() throws IOException {
        LatencyFork.Load light = executeUntil(
                request(),
                CoordinatorStrategy.MUTEX::create,
                load -> load.whyNot().isEmpty());

        assertThat(light.histograms()).endsWith(".load2.hlog");
        assertThat(folder)
                .isDirectoryContaining(file -> file.toString().endsWith(".load2.hlog"))
                .isDirectoryContaining(file -> file.toString().endsWith(".json"));
    }

    @Test
    void load_thatCannotBeKept_leavesAReasonAndNoLog() throws IOException {
        LatencyFork.Load impossible = executeUntil(
                request(1_000),
                LatencyMainTest::slowCoordinator,
                load -> !load.whyNot().isEmpty());

        assertThat(impossible.whyNot()).contains("callers fell behind their schedule");
        assertThat(impossible.histograms()).isEmpty();
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains(".load1000."));
    }

    /** Measures again, for a minute at most, until the machine is calm enough to show what is asked of its only load. */
    private LatencyFork.Load executeUntil(
            LatencyRequest request,
            Function<CoordinatorConfig, SessionCoordinator> create,
            Predicate<LatencyFork.Load> shown)
            throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        LatencyFork.Load load;
        do {
            assertThat(LatencyMain.execute(stream, request, create)).isZero();
            load = LatencyFiles.read(folder.resolve(LatencyFiles.resultName(request.cell())))
                    .loads()
                    .get(0);
        } while (!shown.test(load) && System.nanoTime() - deadline < 0);
        assertThat(load).as("the last of a minute").matches(shown);
        return load;
    }

    private LatencyRequest request() {
        return request(2);
    }

    private LatencyRequest request(Integer... loadPercents) {
        return new LatencyRequest(
                new LatencyCell(
                        "MUTEX", 2, CallerThreads.PLATFORM, /* readPercent= */ 90, /* sessions= */ 10, /* round= */ 1),
                new LatencyTiming(
                        /* warmUpMillis= */ 400,
                        /* capacityMillis= */ 200,
                        /* loadMillis= */ 200,
                        List.of(loadPercents)),
                /* seed= */ 7,
                folder);
    }

    /** Its active id names no session. */
    private static SessionCoordinator brokenCoordinator(CoordinatorConfig config) {
        return Tampered.brokenInvariants(CoordinatorStrategy.MUTEX.create(config));
    }

    /** No call takes less than a millisecond, however busy or idle the machine is. */
    private static SessionCoordinator slowCoordinator(CoordinatorConfig config) {
        return Tampered.of(CoordinatorStrategy.MUTEX.create(config), answer -> {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 1_000_000) {
                LockSupport.parkNanos(1_000_000);
            }
            return answer;
        });
    }
}
