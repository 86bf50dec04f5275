package io.gauntlet.benchmarks.workload;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Coordinators with something planted in their answers. */
public final class Tampered {

    private Tampered() {}

    /** Returns a coordinator whose every answer passes through {@code answer}. */
    public static SessionCoordinator of(SessionCoordinator sound, UnaryOperator<Object> answer) {
        return (SessionCoordinator) Proxy.newProxyInstance(
                Tampered.class.getClassLoader(),
                new Class<?>[] {SessionCoordinator.class},
                (proxy, method, arguments) -> {
                    try {
                        return answer.apply(method.invoke(sound, arguments));
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    /** Returns a coordinator whose active id names no session, as its snapshots say. */
    public static SessionCoordinator brokenInvariants(SessionCoordinator sound) {
        return of(sound, answer -> answer instanceof CoordinatorSnapshot snapshot ? broken(snapshot) : answer);
    }

    /** Returns a coordinator that holds what it should, and tells of its active id what it told the caller before. */
    public static SessionCoordinator staleActiveId(SessionCoordinator sound) {
        AtomicReference<Object> told = new AtomicReference<>();
        return of(sound, answer -> {
            Object before = answer instanceof String ? told.getAndSet(answer) : null;
            return before == null ? answer : before;
        });
    }

    private static CoordinatorSnapshot broken(CoordinatorSnapshot snapshot) {
        return new CoordinatorSnapshot(
                snapshot.sessions(),
                "nobody",
                snapshot.outputBytes(),
                snapshot.pendingStateChanges(),
                snapshot.droppedStateChanges());
    }
}
