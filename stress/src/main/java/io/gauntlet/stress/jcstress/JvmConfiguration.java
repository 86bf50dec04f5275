package io.gauntlet.stress.jcstress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * One way in which a JVM compiles and runs a test.
 *
 * @param jvmArguments options of the fork
 * @param compileMode which compiler each actor gets, as jcstress counts them
 */
record JvmConfiguration(List<String> jvmArguments, int compileMode) {

    /** Objects that jcstress marks as contended lie apart, as its own harness has it. */
    private static final List<String> ALWAYS = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-RestrictContended");

    /** The JVM as users run it, in so little memory that a fork starts fast. */
    private static final List<String> ORDINARY =
            List.of("-Xms128m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:CICompilerCount=2", "-XX:-UsePerfData");

    JvmConfiguration {
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns the one configuration of the quick budget: each actor goes through interpreter and both compilers. */
    static JvmConfiguration ordinary(List<String> extra) {
        return new JvmConfiguration(
                Stream.of(ALWAYS, ORDINARY, extra).flatMap(List::stream).toList(), CompileMode.UNIFIED);
    }

    /**
     * Returns all configurations that jcstress knows for this JVM and {@code actors}: each actor under each compiler, with and
     * without the optimizer's own shuffling. It starts a JVM for each question that it asks of this one; call
     * {@link #probe} first.
     */
    static List<JvmConfiguration> all(int actors) {
        List<JvmConfiguration> all = new ArrayList<>();
        for (VMSupport.Config config : VMSupport.getAvailableVMConfigs()) {
            Arrays.stream(CompileMode.casesFor(actors, VMSupport.c1Available(), VMSupport.c2Available()))
                    .filter(mode -> !config.onlyIfC2() || CompileMode.hasC2(mode, actors))
                    .mapToObj(mode -> new JvmConfiguration(config.args(), mode))
                    .forEach(all::add);
        }
        return all;
    }

    /** Finds out what this JVM can do. Once for each process, since jcstress keeps the answers and adds to them. */
    static void probe(Options options, List<String> extra) {
        VMSupport.initFlags(options);
        VMSupport.detectAvailableVMConfigs(
                /* splitCompilation= */ true,
                List.of(),
                Stream.concat(ALWAYS.stream(), extra.stream()).toList());
    }
}
