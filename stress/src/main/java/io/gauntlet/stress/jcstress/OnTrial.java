package io.gauntlet.stress.jcstress;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionStore;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.hazard.SmallUniverse;

/**
 * The subject that a fork of jcstress tries: the strategy, exhibit or class of your own that {@code -Dgauntlet.strategy} names
 * among the fork's {@code -jvmArgs}.
 */
public final class OnTrial {

    /** Names the subject, since jcstress makes each state object itself and can hand it nothing. */
    public static final String SUBJECT_PROPERTY = "gauntlet.strategy";

    private static final Subject SUBJECT = Subject.named(System.getProperty(SUBJECT_PROPERTY, ""));

    private OnTrial() {}

    /** Returns a new coordinator in the {@link SmallUniverse}, with no session. */
    public static SessionCoordinator coordinator() {
        return SUBJECT.create(SmallUniverse.config());
    }

    /** Returns a new coordinator in the {@link SmallUniverse}, with no session, which saves to {@code store}. */
    public static SessionCoordinator coordinator(SessionStore store) {
        return SUBJECT.create(SmallUniverse.config().withStore(store));
    }
}
