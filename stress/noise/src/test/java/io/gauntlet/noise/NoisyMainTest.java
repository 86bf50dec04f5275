package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.noise.sample.Program;
import io.gauntlet.noise.sample.TwoLocks;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program runs with noise, and without. */
class NoisyMainTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void strong() {
        System.setProperty(NoiseSettings.STRENGTH, "1/1");
    }

    @AfterEach
    void tidyUp() {
        Thread.currentThread().setContextClassLoader(before);
        System.clearProperty(NoiseSettings.STRENGTH);
        System.clearProperty(Program.NOTE);
    }

    private static String run(String ownClass, String... words) throws Throwable {
        NoisyMain.main(
                NoisyMain.commandLine(ownClass, Program.class, List.of(words)).toArray(String[]::new));
        return System.getProperty(Program.NOTE);
    }

    @Test
    void main_classOfAUser_isNoisyWithItsPackage() throws Throwable {
        assertThat(run(TwoLocks.class.getName(), "a", "b c"))
                .isEqualTo("noisy true, a, b c, points true, context true");
    }

    @Test
    void main_noClassOfAUser_usualPackagesAlone() throws Throwable {
        assertThat(run("MUTEX", "a")).isEqualTo("noisy true, a, points false, context true");
    }

    @Test
    void main_strengthZero_runsWhatWasCompiled() throws Throwable {
        System.setProperty(NoiseSettings.STRENGTH, "0");
        assertThat(run(TwoLocks.class.getName(), "a")).isEqualTo("noisy false, a, points false, context true");
    }

    @Test
    void main_programThrows_throwsTheSame() {
        assertThatThrownBy(() -> run("MUTEX", "fail"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("asked to fail");
    }

    @Test
    void main_badStrength_runsNothing() {
        System.setProperty(NoiseSettings.STRENGTH, "2");
        assertThatThrownBy(() -> run("MUTEX", "a")).hasMessageContaining("strength of the noise, '2'");
        assertThat(System.getProperty(Program.NOTE)).isNull();
    }

    @Test
    void main_wordsMissing_saysWhichAreNeeded() {
        assertThatThrownBy(() -> NoisyMain.main(new String[] {"-"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 arguments are needed");
    }
}
