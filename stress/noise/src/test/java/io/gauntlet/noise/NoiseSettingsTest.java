package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may ask for, and what is refused. */
class NoiseSettingsTest {

    private static NoiseSettings read(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return NoiseSettings.read(properties);
    }

    @Test
    void read_nothingGiven_isTheUsualNoiseInTheUsualPlaces() {
        NoiseSettings usual = read("gauntlet.noise.strength", " ");
        assertThat(usual.strength().isOff()).isFalse();
        assertThat(usual.seed()).isEmpty();
        assertThat(usual.reach()).isEqualTo(NoiseReach.MEMORY);
        assertThat(usual.onTrial().includes("io.gauntlet.coordinator.guard.MutexGuard"))
                .isTrue();
        assertThat(usual.onTrial().includes("io.gauntlet.coordinator.GuardedCoordinator"))
                .isTrue();
        assertThat(usual.onTrial().includes("io.gauntlet.coordinator.operation.Operation"))
                .isFalse();
        assertThat(usual.onTrial().includes("io.gauntlet.stress.museum.BrokenRetry"))
                .isTrue();
        assertThat(usual.onTrial().includes("io.gauntlet.stress.soak.Caller")).isFalse();
    }

    @Test
    void read_everythingGiven_isReadBackFromTheOptionsOfAJvm() {
        NoiseSettings given = read(
                "gauntlet.noise.strength", "1/200",
                "gauntlet.noise.seed", "-7",
                "gauntlet.noise.reach", "synchronization",
                "gauntlet.noise.packages", "org.example, org.other.Guard");
        assertThat(given.strength()).isEqualTo(new NoiseStrength(200));
        assertThat(given.seed()).isEqualTo(OptionalLong.of(-7));
        Properties again = new Properties();
        for (String option : given.toJvmArguments()) {
            String[] keyAndValue = option.substring("-D".length()).split("=", 2);
            again.setProperty(keyAndValue[0], keyAndValue[1]);
        }
        assertThat(NoiseSettings.read(again)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "-1", "0.02", "50", "1/1000001", "1/99999999999", "2/3", "1/50 ?", "often"})
    void read_strengthOutOfRange_namesItAndWhatIsAllowed(String strength) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("gauntlet.noise.strength", strength))
                .withMessageContaining("'" + strength + "'")
                .withMessageContaining("0 for none, and 1/1 to 1/1000000")
                .withMessageContaining("-Dgauntlet.noise.strength");
    }

    @ParameterizedTest
    @CsvSource({
        "gauntlet.noise.seed, 1e3, whole number",
        "gauntlet.noise.seed, 99999999999999999999, whole number",
        "gauntlet.noise.reach, all, 'synchronization, memory'",
        "gauntlet.noise.packages, 'org.example,', no name of a package",
        "gauntlet.noise.packages, org/example, no name of a package",
        "gauntlet.noise.packages, java.util, the JDK",
        "gauntlet.noise.packages, io.gauntlet.noise, noise itself"
    })
    void read_otherValueNotAllowed_namesItAndWhatIs(String key, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(key, value))
                .withMessageContaining(value.substring(value.indexOf(',') + 1))
                .withMessageContaining(allowed)
                .withMessageContaining("-D" + key);
    }

    @ParameterizedTest
    @CsvSource({
        "org.example.Guard, true",
        "org.example.Guard$State, true",
        "org.example.inner.Guard, false",
        "org.examples.Guard, false",
        "org.other.Guard, true",
        "org.other.Guard$1, true",
        "org.other.GuardOfAnother, false",
        "org.third.Own, true",
        "org.third.Helper, true"
    })
    void includes_name_isTakenForAPackageOrAClass(String className, boolean included) {
        OnTrial onTrial = OnTrial.parse("org.example,org.other.Guard").withPackageOf("org.third.Own");
        assertThat(onTrial.includes(className)).isEqualTo(included);
    }
}
