package io.gauntlet.stress.trial;

/** One checker at work on one subject, in a JVM of its own. */
@FunctionalInterface
public interface Trial {

    /**
     * Tries the subject.
     *
     * @throws Exception if the checker itself broke: its check then counts as not run
     */
    Finding run(TrialArguments arguments) throws Exception;
}
