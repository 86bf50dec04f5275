package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest {

    private final MemorySessionStore store = new MemorySessionStore();

    @Test
    void load_ofIdNeverSaved_isEmpty() {
        assertThat(store.load("a")).isEmpty();
    }

    @Test
    void save_ofNewerVersion_replacesTheOlder() {
        store.save(SavedSessions.of("a", 1));
        Session newer = SavedSessions.of("a", 2);
        store.save(newer);
        assertThat(store.load("a")).containsSame(newer);
    }

    @Test
    void save_ofOlderVersion_changesNothing() {
        Session newer = SavedSessions.of("a", 2);
        store.save(newer);
        store.save(SavedSessions.of("a", 1));
        store.save(SavedSessions.of("b", 3));
        assertThat(store.load("a")).containsSame(newer);
    }
}
