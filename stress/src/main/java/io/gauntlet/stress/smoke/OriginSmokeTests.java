package io.gauntlet.stress.smoke;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The three tests that once declared the origin free of races, as they were: 100 tasks each, that only read, on an empty
 * coordinator. They see next to nothing and are kept to show just that.
 */
final class OriginSmokeTests {

    private static final int TASKS = 100;

    private OriginSmokeTests() {}

    /** One test: its name, and its tasks on one coordinator. */
    record SmokeTest(String name, List<Runnable> tasks) {}

    static List<SmokeTest> on(Function<CoordinatorConfig, SessionCoordinator> subject) {
        return List.of(
                test("100 tasks list", subject, (coordinator, task) -> expect(List.of(), coordinator.listSessions())),
                test(
                        "100 tasks read the active id",
                        subject,
                        (coordinator, task) -> expect(null, coordinator.activeSessionId())),
                test("100 tasks read this and that", subject, OriginSmokeTests::readThisAndThat));
    }

    @FunctionalInterface
    private interface Task {
        void run(SessionCoordinator coordinator, int number);
    }

    private static SmokeTest test(String name, Function<CoordinatorConfig, SessionCoordinator> subject, Task task) {
        SessionCoordinator coordinator = subject.apply(CoordinatorConfig.defaults());
        List<Runnable> tasks = IntStream.range(0, TASKS)
                .<Runnable>mapToObj(number -> () -> task.run(coordinator, number))
                .toList();
        return new SmokeTest(name, tasks);
    }

    private static void readThisAndThat(SessionCoordinator coordinator, int number) {
        switch (number % 4) {
            case 0 -> expect(List.of(), coordinator.listSessions());
            case 1 -> expect(null, coordinator.activeSessionId());
            case 2 -> expect(null, coordinator.getSession("test"));
            default -> expect(List.of(), coordinator.getWaitingSessions());
        }
    }

    private static void expect(@Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
