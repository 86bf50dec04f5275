package io.gauntlet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every strategy answers one caller exactly as the reference does. */
class DifferentialTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final int OPERATIONS = 20_000;

    @ParameterizedTest
    @EnumSource(CoordinatorStrategy.class)
    void compare_everyStrategy_answersAsTheReferenceDoes(CoordinatorStrategy strategy) {
        DifferentialRun run = DifferentialRun.compare(strategy::create, SEED, OPERATIONS);
        assertThat(run.operations()).isEqualTo(OPERATIONS);
        assertThat(run.kinds()).hasSize(Operation.class.getPermittedSubclasses().length);
        assertThat(run.refused()).isBetween(OPERATIONS / 10, OPERATIONS / 2);
    }

    /** The checker on trial: a coordinator that goes wrong once in 1000 calls of one operation is found. */
    @Test
    void compare_oneWrongAnswer_isFound() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> DifferentialRun.compare(
                        config -> wrongOnceInAThousandReads(CoordinatorStrategy.MUTEX.create(config), calls),
                        SEED,
                        OPERATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed " + SEED)
                .hasMessageContaining("ActiveSessionId");
        assertThat(calls).hasValue(1000);
    }

    private static SessionCoordinator wrongOnceInAThousandReads(SessionCoordinator right, AtomicInteger calls) {
        return (SessionCoordinator) Proxy.newProxyInstance(
                SessionCoordinator.class.getClassLoader(),
                new Class<?>[] {SessionCoordinator.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("activeSessionId") && calls.incrementAndGet() == 1000) {
                        return "nobody";
                    }
                    try {
                        return method.invoke(right, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
