package io.gauntlet.coordinator.rules;

import java.util.HashMap;
import java.util.TreeMap;

/** The plain table, on hash maps and red-black trees: for one thread at a time, readers included. */
public final class HashSessionTable extends IndexedSessionTable {

    public HashSessionTable() {
        super(new HashMap<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * Makes a table without sessions that numbers on where another one stopped. O(1).
     *
     * @param lastSerial the serial given last; 0 if there was none
     * @param lastVersion the version given last; 0 if there was none
     * @param droppedStateChanges how many state changes were dropped so far
     * @throws IllegalArgumentException if one of them is negative
     */
    public HashSessionTable(long lastSerial, long lastVersion, long droppedStateChanges) {
        this();
        countFrom(lastSerial, lastVersion, droppedStateChanges);
    }
}
