package io.gauntlet.stress.lincheck;

import io.gauntlet.evidence.Checker;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** How Lincheck makes schedules. */
enum Mode {
    /** One schedule after the other, none twice, those with fewer switches between callers first. */
    MODEL_CHECKING {
        @Override
        Options<?, ?> options() {
            return new ModelCheckingOptions().addGuarantee(WHERE_SCHEDULES_DO_NOT_MATTER);
        }
    },
    /** Whatever the machine does with callers that are let go at the same time. */
    STRESS {
        @Override
        Options<?, ?> options() {
            return new BoundedStressOptions();
        }
    };

    /**
     * No switch of callers is tried inside these, as none could change an answer.
     *
     * <p>Vavr's collections are immutable, with final fields, and call back nothing but {@code equals} and {@code hashCode} of
     * immutable keys. Which version of a collection a caller sees is decided by the field or reference that holds it, in our
     * code, and there switches are tried. Streams of int are the characters of an argument.
     *
     * <p>The guards, the rules, the tables, the JDK's locks and collections and all other streams are explored.
     */
    private static final ManagedStrategyGuarantee WHERE_SCHEDULES_DO_NOT_MATTER = ManagedStrategyGuaranteeKt.forClasses(
                    className -> className.startsWith("io.vavr.collection.")
                            || className.startsWith("java.util.stream.IntPipeline"))
            .allMethods()
            .ignore();

    /** Returns Lincheck's options for this mode, with no scenario yet. */
    abstract Options<?, ?> options();

    /** @throws IllegalArgumentException if {@code checker} is none of Lincheck's */
    static Mode of(Checker checker) {
        return switch (checker) {
            case LINCHECK_HAZARDS, LINCHECK_RANDOM -> MODEL_CHECKING;
            case LINCHECK_STRESS -> STRESS;
            default ->
                throw new IllegalArgumentException(checker + " is not Lincheck: allowed are " + Checker.LINCHECK_HAZARDS
                        + ", " + Checker.LINCHECK_RANDOM + " and " + Checker.LINCHECK_STRESS);
        };
    }

    /** Stress that takes a scenario for hung after seconds, where Lincheck's own default is half a minute. */
    private static final class BoundedStressOptions extends StressOptions {

        private static final long HUNG_AFTER_MILLIS = 5_000;

        BoundedStressOptions() {
            setTimeoutMs(HUNG_AFTER_MILLIS);
        }
    }
}
