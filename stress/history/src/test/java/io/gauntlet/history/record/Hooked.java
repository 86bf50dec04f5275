package io.gauntlet.history.record;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A coordinator that does something before one of its operations. */
final class Hooked {

    private Hooked() {}

    static SessionCoordinator before(SessionCoordinator right, String operation, Runnable hook) {
        return (SessionCoordinator) Proxy.newProxyInstance(
                SessionCoordinator.class.getClassLoader(),
                new Class<?>[] {SessionCoordinator.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(operation)) {
                        hook.run();
                    }
                    try {
                        return method.invoke(right, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
