package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.noise.sample.Act;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A run without noise is known for one. */
class NoisyCallersTest {

    private static final NoiseSettings ALWAYS = Loaded.settings(1, NoiseReach.SYNCHRONIZATION);
    private static final long SEED = 1;

    private static Runnable calling(Class<?> type) {
        Callable<?> act = Loaded.instance(type, Callable.class);
        return () -> {
            try {
                act.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void report_callersDisturbed_hasNoGap() {
        Class<?> type = Loaded.noisy(Act.MonitorBlock.class, ALWAYS);
        NoisyCallers callers = NoisyCallers.of(type, ALWAYS, SEED);
        callers.around(1, calling(type)).run();
        callers.around(2, calling(type)).run();
        NoiseReport report = callers.report();
        assertThat(report.gap()).isEmpty();
        assertThat(report.callers()).isEqualTo(2);
        assertThat(report.pointsPassed()).isEqualTo(8);
        assertThat(report.disturbances()).isEqualTo(8);
        assertThat(report.pointsWritten()).containsOnlyKeys(Act.MonitorBlock.class.getName());
        assertThat(report.effort()).containsEntry("noise: points passed", 8L);
    }

    @Test
    void report_threadNotEnlisted_isNeitherDisturbedNorCounted() {
        Class<?> type = Loaded.noisy(Act.MonitorBlock.class, ALWAYS);
        NoisyCallers callers = NoisyCallers.of(type, ALWAYS, SEED);
        callers.around(1, () -> {});
        calling(type).run();
        assertThat(callers.report().pointsPassed()).isZero();
        assertThat(callers.report().gap()).get().asString().contains("none of 1 callers passed a point");
    }

    @Test
    void report_bodyEndedByAnError_leavesItsThreadUndisturbed() {
        Class<?> type = Loaded.noisy(Act.MonitorBlock.class, ALWAYS);
        NoisyCallers callers = NoisyCallers.of(type, ALWAYS, SEED);
        try {
            callers.around(1, () -> {
                        throw new IllegalStateException("in the body");
                    })
                    .run();
        } catch (IllegalStateException expected) {
            calling(type).run();
        }
        assertThat(callers.report().pointsPassed()).isZero();
    }

    @Test
    void around_loadedWithoutNoise_isTheBodyAndAGap() {
        NoisyCallers callers = NoisyCallers.of(Act.MonitorBlock.class, ALWAYS, SEED);
        Runnable body = calling(Act.MonitorBlock.class);
        assertThat(callers.around(1, body)).isSameAs(body);
        body.run();
        assertThat(callers.report().gap()).get().asString().contains("was not started through NoisyMain");
    }

    @Test
    void gap_eachWayToHaveNoNoise_isNamed() {
        NoiseStrength strength = new NoiseStrength(50);
        Map<String, Integer> points = Map.of("org.example.Guard", 4);
        assertThat(gap(strength, Map.of(), 2, 9, 1)).contains("0 classes on trial that were loaded");
        assertThat(gap(strength, Map.of("org.example.Guard", 0), 2, 9, 1)).contains("any of the 1 classes");
        assertThat(gap(strength, points, 0, 0, 0)).contains("no caller was enlisted");
        assertThat(gap(strength, points, 2, 0, 0)).contains("none of 2 callers passed a point, though 4 were written");
        assertThat(gap(strength, points, 2, 9, 0)).contains("none of the 9 points passed was disturbed at 1/50");
        assertThat(gap(strength, points, 2, 9, 1)).isEmpty();
    }

    private static String gap(
            NoiseStrength strength, Map<String, Integer> pointsWritten, int callers, long passed, long yields) {
        return new NoiseReport(strength, new TreeMap<>(pointsWritten), callers, passed, yields, 0, 0)
                .gap()
                .orElse("");
    }
}
