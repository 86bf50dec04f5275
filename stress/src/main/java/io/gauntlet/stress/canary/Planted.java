package io.gauntlet.stress.canary;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A coordinator that is right but for one operation. */
public final class Planted {

    private Planted() {}

    /**
     * Returns a maker of coordinators whose {@code operation} answers what {@code bug} makes of a right coordinator, and whose
     * other operations that right coordinator answers.
     *
     * @throws IllegalArgumentException if the contract has no operation of this name
     */
    public static Function<CoordinatorConfig, SessionCoordinator> bug(
            String operation, Function<SessionCoordinator, @Nullable Object> bug) {
        return wrapping(operation, (right, call) -> bug.apply(right));
    }

    /**
     * Returns a maker of coordinators whose {@code operation} answers what {@code tamper} makes of the right answer.
     *
     * @throws IllegalArgumentException if the contract has no operation of this name
     */
    public static Function<CoordinatorConfig, SessionCoordinator> answer(
            String operation, Function<@Nullable Object, @Nullable Object> tamper) {
        return wrapping(operation, (right, call) -> tamper.apply(call.answer()));
    }

    private static Function<CoordinatorConfig, SessionCoordinator> wrapping(String operation, Bug bug) {
        requireOperation(operation);
        return config -> {
            SessionCoordinator right = CoordinatorStrategy.MUTEX.create(config);
            return (SessionCoordinator) Proxy.newProxyInstance(
                    SessionCoordinator.class.getClassLoader(),
                    new Class<?>[] {SessionCoordinator.class},
                    (proxy, method, arguments) -> {
                        Call call = () -> {
                            try {
                                return method.invoke(right, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        };
                        return method.getName().equals(operation) ? bug.answer(right, call) : call.answer();
                    });
        };
    }

    private static void requireOperation(String operation) {
        for (var method : SessionCoordinator.class.getMethods()) {
            if (method.getName().equals(operation)) {
                return;
            }
        }
        throw new IllegalArgumentException("the contract has no operation of the name '" + operation + "'");
    }

    private interface Bug {
        @Nullable
        Object answer(SessionCoordinator right, Call call) throws Throwable;
    }

    private interface Call {
        @Nullable
        Object answer() throws Throwable;
    }
}
