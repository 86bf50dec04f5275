package io.gauntlet.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
