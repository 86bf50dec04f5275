package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes coordinators that are right but for the answers of one operation. */
final class Tampered {

    private Tampered() {}

    /** Returns a maker of coordinators whose {@code operation} answers what {@code tamper} makes of the right answer. */
    static Function<CoordinatorConfig, SessionCoordinator> answer(
            String operation, UnaryOperator<@Nullable Object> tamper) {
        return config -> tampered(CoordinatorStrategy.MUTEX.create(config), operation, tamper);
    }

    private static SessionCoordinator tampered(
            SessionCoordinator right, String operation, UnaryOperator<@Nullable Object> tamper) {
        return (SessionCoordinator) Proxy.newProxyInstance(
                SessionCoordinator.class.getClassLoader(),
                new Class<?>[] {SessionCoordinator.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(right, arguments);
                        return method.getName().equals(operation) ? tamper.apply(answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
