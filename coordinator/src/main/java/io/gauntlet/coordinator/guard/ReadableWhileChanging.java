package io.gauntlet.coordinator.guard;

/**
 * A state on which a query may run while another thread changes it. The answer, or the exception, is then worthless and
 * thrown away; but the query ends after a bounded number of steps, damages nothing, and sees only objects that were
 * completely constructed.
 *
 * <p>A {@code HashMap} is no such state: its buckets turn into trees under a reader's feet.
 */
public interface ReadableWhileChanging {}
