package io.gauntlet.coordinator.rules;

import java.util.HashMap;
import java.util.TreeMap;

/** The plain table, on hash maps and red-black trees: for one thread at a time, readers included. */
public final class HashSessionTable extends IndexedSessionTable {

    public HashSessionTable() {
        super(new HashMap<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
    }
}
