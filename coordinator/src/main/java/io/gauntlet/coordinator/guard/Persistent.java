package io.gauntlet.coordinator.guard;

/**
 * A state whose copy costs O(1), because copies share what they hold in common (Driscoll, Sarnak, Sleator and Tarjan,
 * "Making data structures persistent", 1989). A change of the copy is never seen in the original.
 *
 * @param <T> the state itself
 */
public interface Persistent<T extends Persistent<T>> {

    /** Returns an independent copy. */
    T copy();
}
