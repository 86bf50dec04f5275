package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.noise.sample.Act;
import io.gauntlet.noise.sample.TwoLocks;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes the loader changes, and that nobody else can tell. */
class NoisyClassLoaderTest {

    private static final NoiseSettings SETTINGS = Loaded.settings(50, NoiseReach.SYNCHRONIZATION);

    @Test
    void loadClass_onTrial_isNoisyAndCounted() {
        Class<?> noisy = Loaded.noisy(TwoLocks.class, SETTINGS);
        assertThat(Noise.isActive(noisy)).isTrue();
        assertThat(Noise.pointsWritten(noisy)).isPositive();
        assertThat(Noise.isActive(TwoLocks.class)).isFalse();
        assertThat(Noise.pointsWritten(TwoLocks.class)).isZero();
    }

    @Test
    void loadClass_onTrial_saysWhereItCameFrom() {
        Class<?> noisy = Loaded.noisy(TwoLocks.class, SETTINGS);
        assertThat(noisy.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(TwoLocks.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void loadClass_fromAJar_saysWhichJar() throws ClassNotFoundException {
        Class<?> fromJar = new NoisyClassLoader(getClass().getClassLoader(), SETTINGS).loadClass(Test.class.getName());
        assertThat(fromJar).isNotEqualTo(Test.class);
        assertThat(fromJar.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(Test.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(Noise.pointsWritten(fromJar)).isZero();
    }

    @Test
    void loadClass_ofTheJdkOrOfNoise_isTheOneThatTheParentHas() throws ClassNotFoundException {
        NoisyClassLoader loader = new NoisyClassLoader(getClass().getClassLoader(), SETTINGS);
        for (Class<?> type : List.of(String.class, java.sql.Connection.class, Noise.class, NoisyCallers.class)) {
            assertThat(loader.loadClass(type.getName())).isSameAs(type);
        }
    }

    @Test
    void loadClass_notOnTrial_hasNoPoints() {
        NoiseSettings others = new NoiseSettings(
                new NoiseStrength(1), OptionalLong.empty(), NoiseReach.MEMORY, new OnTrial(List.of("org.example")));
        Class<?> type = Loaded.noisy(Act.MonitorBlock.class, others);
        assertThat(Noise.isActive(type)).isTrue();
        assertThat(Noise.pointsWritten(type)).isZero();
        CallerNoise caller = new CallerNoise(others.strength(), 1, 1);
        Callable<?> act = Loaded.instance(type, Callable.class);
        Noise.during(caller, () -> assertThat(act).returns("first false", NoisyClassLoaderTest::call));
        assertThat(caller.points()).isZero();
    }

    private static Object call(Callable<?> act) {
        try {
            return act.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void loadClass_nowhere_isNotFound() {
        assertThatThrownBy(
                        () -> new NoisyClassLoader(getClass().getClassLoader(), SETTINGS).loadClass("org.example.No"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("org.example.No");
    }

    /** What runs undisturbed must not be taken for what stood noise. */
    @Test
    void loadClass_bytesNotUnderstood_isNotLoadedAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("io/gauntlet/noise/sample/Garbled.class");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0x7F, 0, 0, 1});
        try (URLClassLoader parent = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            NoisyClassLoader loader = new NoisyClassLoader(parent, SETTINGS);
            assertThatThrownBy(() -> loader.loadClass("io.gauntlet.noise.sample.Garbled"))
                    .isInstanceOf(LinkageError.class)
                    .hasMessageContaining("no points of noise could be written into io.gauntlet.noise.sample.Garbled");
        }
    }
}
