package io.gauntlet.stress;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.knownbad.BrokenLockOrder;
import io.gauntlet.stress.knownbad.BrokenLockPerField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on trial: a strategy, expected to pass every checker, or known-bad code, expected to be caught by some.
 *
 * <p>Known-bad code is added by one line in {@link #KNOWN_BAD}; strategies come from {@link CoordinatorStrategy}.
 */
public final class Subject {

    private static final List<Subject> STRATEGIES =
            Arrays.stream(CoordinatorStrategy.values()).map(Subject::strategy).toList();

    private static final List<Subject> KNOWN_BAD = List.of(
            knownBad(
                    BrokenLockPerField.class,
                    BrokenLockPerField::new,
                    /* mustFailUnder= */ Set.of(Checker.LINCHECK_MODEL_CHECKING),
                    /* mayFailUnder= */ Set.of(Checker.LINCHECK_STRESS, Checker.SOAK_PLATFORM, Checker.SOAK_VIRTUAL)),
            knownBad(
                    BrokenLockOrder.class,
                    BrokenLockOrder::new,
                    /* mustFailUnder= */ Set.of(
                            Checker.LINCHECK_MODEL_CHECKING, Checker.SOAK_PLATFORM, Checker.SOAK_VIRTUAL),
                    /* mayFailUnder= */ Set.of(Checker.LINCHECK_STRESS)));

    private final String name;
    private final boolean knownBad;
    private final Function<CoordinatorConfig, SessionCoordinator> factory;
    private final Set<Checker> mustFailUnder;
    private final Set<Checker> mayFailUnder;

    private Subject(
            String name,
            boolean knownBad,
            Function<CoordinatorConfig, SessionCoordinator> factory,
            Set<Checker> mustFailUnder,
            Set<Checker> mayFailUnder) {
        this.name = name;
        this.knownBad = knownBad;
        this.factory = factory;
        this.mustFailUnder = mustFailUnder;
        this.mayFailUnder = mayFailUnder;
    }

    private static Subject strategy(CoordinatorStrategy strategy) {
        return new Subject(strategy.name(), /* knownBad= */ false, strategy::create, Set.of(), Set.of());
    }

    private static Subject knownBad(
            Class<? extends SessionCoordinator> code,
            Function<CoordinatorConfig, SessionCoordinator> factory,
            Set<Checker> mustFailUnder,
            Set<Checker> mayFailUnder) {
        return new Subject(code.getSimpleName(), /* knownBad= */ true, factory, mustFailUnder, mayFailUnder);
    }

    /** Returns every strategy, in the order of {@link CoordinatorStrategy}. */
    public static List<Subject> strategies() {
        return STRATEGIES;
    }

    /** Returns all known-bad code. */
    public static List<Subject> knownBad() {
        return KNOWN_BAD;
    }

    /**
     * Returns the strategy of this name, or the known-bad code of this simple class name.
     *
     * @throws IllegalArgumentException if there is neither; the message lists what is allowed
     */
    public static Subject named(String name) {
        Objects.requireNonNull(name, "name");
        return all().filter(subject -> subject.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subject has the name '" + name + "': allowed are "
                        + all().map(Subject::name).collect(Collectors.joining(", "))));
    }

    private static Stream<Subject> all() {
        return Stream.concat(STRATEGIES.stream(), KNOWN_BAD.stream());
    }

    /** Returns the strategy's name, or the simple class name of known-bad code. */
    public String name() {
        return name;
    }

    /** Returns whether it was made to be caught. */
    public boolean isKnownBad() {
        return knownBad;
    }

    /** Returns what a check of it by {@code checker} should end with. */
    public Expectation expectedUnder(Checker checker) {
        if (mustFailUnder.contains(checker)) {
            return Expectation.FAILS;
        }
        return mayFailUnder.contains(checker) ? Expectation.MAY_FAIL : Expectation.PASSES;
    }

    /** Makes a coordinator with no session, to be put under trial. */
    public SessionCoordinator create(CoordinatorConfig config) {
        return factory.apply(config);
    }

    @Override
    public String toString() {
        return name;
    }
}
