package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.benchmarks.OperationCostBenchmark.Sessions;
import io.gauntlet.benchmarks.OperationCostBenchmark.SessionsWithFullQueue;
import io.gauntlet.benchmarks.workload.Subject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

class OperationCostBenchmarkTest {

    private static final int REPETITIONS = 1_000;

    @Test
    void operations_areAllBenchmarksHere() {
        assertThat(OperationCostBenchmark.operations())
                .containsExactlyInAnyOrderElementsOf(
                        benchmarks().stream().map(Method::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void operation_repeated_findsTheSessionsAsTheyWere(String subject) throws ReflectiveOperationException {
        for (Method benchmark : benchmarks()) {
            Sessions open = opened(subject, benchmark.getParameterTypes()[0], 10);

            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                benchmark.invoke(new OperationCostBenchmark(), open);
            }

            assertThat(open.coordinator.listSessions()).as(benchmark.getName()).hasSize(10);
            assertThat(open.coordinator.getWaitingSessions())
                    .as(benchmark.getName())
                    .hasSize(2);
        }
    }

    @Test
    void calls_goRoundAllSessionsThatDoNotWait() {
        Sessions open = opened("MUTEX", Sessions.class, 50);

        assertThat(Stream.generate(() -> open.ids[open.next()]).limit(48)).doesNotHaveDuplicates();
        assertThat(open.ids).doesNotContain("id-0", "id-1");
    }

    @Test
    void postingInVain_isAllDropped() {
        Sessions open = opened("MUTEX", SessionsWithFullQueue.class, 10);
        long before = open.coordinator.droppedStateChanges();

        assertThat(new OperationCostBenchmark().postStateChangeInVain((SessionsWithFullQueue) open))
                .isFalse();
        assertThat(open.coordinator.droppedStateChanges()).isEqualTo(before + 1);
    }

    @Test
    void sessions_thatAreTooFew_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened("MUTEX", Sessions.class, 2))
                .withMessageContaining("'2'")
                .withMessageContaining("3 to 65536");
    }

    static List<String> subjects() {
        return Stream.concat(Subject.strategies().stream(), Stream.of(Subject.REFERENCE))
                .toList();
    }

    private static List<Method> benchmarks() {
        return Arrays.stream(OperationCostBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .toList();
    }

    private static Sessions opened(String subject, Class<?> kind, int sessions) {
        Sessions open = kind == SessionsWithFullQueue.class ? new SessionsWithFullQueue() : new Sessions();
        open.strategy = subject;
        open.sessions = sessions;
        open.seed = 7;
        open.open();
        if (open instanceof SessionsWithFullQueue full) {
            full.fill();
        }
        return open;
    }
}
