package io.gauntlet.benchmarks.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.management.CompilationMXBean;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class HotSpotCompilerTest {

    private static final String IDLE = """
            Current compiles:\s

            C1 compile queue:
            Empty

            C2 compile queue:
            Empty

            """;

    @Test
    void queues_withoutAMethod_areEmpty() {
        assertThat(HotSpotCompiler.isEmpty(IDLE)).isTrue();
        // As a JVM answers that has no compiler.
        assertThat(HotSpotCompiler.isEmpty("Current compiles: \n\n")).isTrue();
    }

    @Test
    void methodThatIsBeingCompiled_isSeen() {
        assertThat(HotSpotCompiler.isEmpty(IDLE.replaceFirst(
                        "\n\n", "\nC2 CompilerThread0  1499       4       java.lang.String::hashCode (60 bytes)\n\n")))
                .isFalse();
    }

    @Test
    void methodThatWaits_isSeen() {
        assertThat(HotSpotCompiler.isEmpty(
                        IDLE.replaceFirst("Empty", "1502  %    3       java.util.HashMap::get @ 21 (29 bytes)")))
                .isFalse();
    }

    @Test
    void compilerOfThisJvm_hasCompiled() {
        assertThat(HotSpotCompiler.ofThisJvm().spentMillis()).isPositive();
    }

    @Test
    void jvmWithoutCompiler_isNotMeasured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HotSpotCompiler.of(null))
                .withMessageContaining("-Xint");
    }

    @Test
    void jvmThatDoesNotSayHowLongItCompiles_isNotMeasured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HotSpotCompiler.of(new SilentCompilation()))
                .withMessageContaining("does not say how long it compiles");
    }

    private static final class SilentCompilation implements CompilationMXBean {

        @Override
        public String getName() {
            return "silent";
        }

        @Override
        public boolean isCompilationTimeMonitoringSupported() {
            return false;
        }

        @Override
        public long getTotalCompilationTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectName getObjectName() {
            throw new UnsupportedOperationException();
        }
    }
}
