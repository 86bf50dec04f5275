package io.gauntlet.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Options;

/** What jcstress's own command line would pass over in silence is an error here. */
@Tag("slow")
class JcstressMainTest {

    private static Options options(String... arguments) throws IOException {
        Options options = new Options(arguments);
        assertThat(options.parse()).isTrue();
        return options;
    }

    @Test
    void check_testAndStrategy_isFine() {
        assertThatCode(() -> JcstressMain.check(
                        options("-t", "CloseVersusSwitch", "-jvmArgs", "-Dgauntlet.strategy=STAMPED_LOCK")))
                .doesNotThrowAnyException();
        assertThatCode(() -> JcstressMain.check(options("-jvmArgsPrepend", "-Dgauntlet.strategy=MUTEX")))
                .doesNotThrowAnyException();
    }

    /** The JVM refuses the argument, jcstress has no configuration left, says so, and would exit with 0. */
    @Test
    void run_everyForkRefused_exitsWithNotRun(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JcstressMain.class.getName(),
                        "-t",
                        "CloseVersusSwitch$",
                        "-jvmArgs",
                        "-Dgauntlet.strategy=MUTEX -XX:+NoSuchFlag")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(600, TimeUnit.SECONDS))
                    .as("ended within 600 s")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(folder.resolve("output.log"))
                .content()
                .contains("No JVM configurations", "NOT RUN", "CloseVersusSwitch");
    }

    @Test
    void check_noTestMatches_namesThePatternAndTheTests() {
        assertThatThrownBy(() ->
                        JcstressMain.check(options("-t", "ClosesVersus", "-jvmArgs", "-Dgauntlet.strategy=MUTEX")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ClosesVersus'")
                .hasMessageContaining("CloseVersusSwitch");
    }

    @Test
    void check_onlyTestsThatNeedMoreProcessors_saysSo() {
        assertThatThrownBy(() -> JcstressMain.check(
                        options("-t", "ReadersAgree", "-c", "1", "-jvmArgs", "-Dgauntlet.strategy=MUTEX")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ReadersAgree")
                .hasMessageContaining("1 processors");
    }

    @Test
    void check_noSubject_saysHowToNameOne() {
        assertThatThrownBy(() -> JcstressMain.check(options("-t", "CloseVersusSwitch")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-jvmArgs -Dgauntlet.strategy=MUTEX");
    }

    @Test
    void check_unknownSubject_listsWhatIsAllowed() {
        assertThatThrownBy(() -> JcstressMain.check(
                        options("-t", "CloseVersusSwitch", "-jvmArgs", "-Dgauntlet.strategy=MUTEXX")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'MUTEXX'")
                .hasMessageContaining("STAMPED_LOCK");
        assertThatThrownBy(() -> JcstressMain.check(
                        options("-t", "CloseVersusSwitch", "-jvmArgs", "-Dgauntlet.strategy=com.example.Missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("com.example.Missing")
                .hasMessageContaining("class path");
    }
}
