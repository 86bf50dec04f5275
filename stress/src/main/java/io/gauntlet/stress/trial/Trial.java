package io.gauntlet.stress.trial;

/**
 * One checker at work on one subject, in a JVM of its own; made from {@link TrialArguments}.
 *
 * <p>What {@link #run} finds is believed only after {@link #canary} ended as FAILED: a checker that misses a planted bug now,
 * in this JVM and with these options, has nothing to say of the subject.
 */
public interface Trial {

    /**
     * Tries a planted bug, by the same means as {@link #run} tries the subject. FAILED is what it should end with.
     *
     * @throws Exception if the checker itself broke: its check then counts as not run
     */
    Finding canary() throws Exception;

    /**
     * Tries the subject.
     *
     * @throws Exception if the checker itself broke: its check then counts as not run
     */
    Finding run() throws Exception;
}
