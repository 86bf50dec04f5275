package io.gauntlet.coordinator.rules;

import io.gauntlet.coordinator.guard.ReadableWhileChanging;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A table that optimistic readers may traverse while one writer changes it; writers still need a guard.
 *
 * <p>Not that its answers would be consistent: a reader may see the maps before a change and the active id after it. But
 * concurrent maps may be traversed during a change, in bounded steps ({@link #sessions} copies no more than were there when
 * it began), what they hold is immutable with final fields, and the rest are plain fields: {@code ArrayDeque.size} reads
 * two ints and the length of an array. The price over {@link HashSessionTable} is a slower write and list.
 */
public final class OptimisticSessionTable extends IndexedSessionTable implements ReadableWhileChanging {

    public OptimisticSessionTable() {
        super(
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>());
    }
}
