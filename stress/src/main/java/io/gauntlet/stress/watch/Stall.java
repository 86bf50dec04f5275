package io.gauntlet.stress.watch;

/**
 * Callers that will not go on by themselves.
 *
 * @param summary one line
 * @param whoWaitsForWhom the threads, what each waits for, and where it stands; a cycle first
 */
public record Stall(String summary, String whoWaitsForWhom) {}
