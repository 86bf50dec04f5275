package io.gauntlet.stress;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.stress.museum.Exhibit;
import io.gauntlet.stress.museum.Museum;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is on trial: a strategy, expected to pass every checker, or known-bad code, expected to be caught by some.
 *
 * <p>Known-bad code comes from the {@link Museum}; strategies come from {@link CoordinatorStrategy}.
 */
public final class Subject {

    private static final List<Subject> STRATEGIES =
            Arrays.stream(CoordinatorStrategy.values()).map(Subject::strategy).toList();

    private static final List<Subject> KNOWN_BAD =
            Museum.EXHIBITS.stream().map(Subject::exhibit).toList();

    private final String name;
    private final Function<CoordinatorConfig, SessionCoordinator> factory;
    private final @Nullable Exhibit exhibit;

    private Subject(String name, Function<CoordinatorConfig, SessionCoordinator> factory, @Nullable Exhibit exhibit) {
        this.name = name;
        this.factory = factory;
        this.exhibit = exhibit;
    }

    private static Subject strategy(CoordinatorStrategy strategy) {
        return new Subject(strategy.name(), strategy::create, /* exhibit= */ null);
    }

    private static Subject exhibit(Exhibit exhibit) {
        return new Subject(exhibit.name(), exhibit.factory(), exhibit);
    }

    /** Returns every strategy, in the order of {@link CoordinatorStrategy}. */
    public static List<Subject> strategies() {
        return STRATEGIES;
    }

    /** Returns all known-bad code, in the order of {@link Museum#EXHIBITS}. */
    public static List<Subject> knownBad() {
        return KNOWN_BAD;
    }

    /**
     * Returns the strategy of this name, the known-bad code of this simple class name, or, for a name with a dot, the
     * coordinator of this class on the class path: a user's own, expected to pass every checker.
     *
     * @throws IllegalArgumentException if there is none of them; the message lists what is allowed
     */
    public static Subject named(String name) {
        Objects.requireNonNull(name, "name");
        return all().filter(subject -> subject.name.equals(name))
                .findFirst()
                .or(() -> name.contains(".") ? Optional.of(ownClass(name)) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("no subject has the name '" + name + "': allowed are "
                        + all().map(Subject::name).collect(Collectors.joining(", "))
                        + ", or the full name of a class of your own"));
    }

    private static Subject ownClass(String name) {
        try {
            Constructor<? extends SessionCoordinator> constructor =
                    Class.forName(name).asSubclass(SessionCoordinator.class).getConstructor(CoordinatorConfig.class);
            return new Subject(name, config -> construct(constructor, config), /* exhibit= */ null);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "the class '" + name
                            + "' cannot be put on trial: it must be on the class path, be a SessionCoordinator"
                            + " and have a public constructor that takes a CoordinatorConfig (" + e + ")",
                    e);
        }
    }

    private static SessionCoordinator construct(
            Constructor<? extends SessionCoordinator> constructor, CoordinatorConfig config) {
        try {
            return constructor.newInstance(config);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + constructor, e);
        }
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
        return exhibit != null;
    }

    /** Returns where known-bad code comes from; nothing for anything else. */
    public Optional<Exhibit> exhibit() {
        return Optional.ofNullable(exhibit);
    }

    /** Returns what a check of it by {@code checker} should end with. */
    public Expectation expectedUnder(Checker checker) {
        if (exhibit == null) {
            return Expectation.PASSES;
        }
        if (exhibit.mustBeCaughtBy().contains(checker)) {
            return Expectation.FAILS;
        }
        return exhibit.mayBeCaughtBy().contains(checker) ? Expectation.MAY_FAIL : Expectation.PASSES;
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
