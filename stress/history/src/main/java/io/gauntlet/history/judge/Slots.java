package io.gauntlet.history.judge;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All ids, or all names, of one history, each with its slot. */
final class Slots {

    private final Map<String, Slot> byText = new HashMap<>();

    /** Returns the slot, which is made if there is none yet. */
    Slot of(String text) {
        Slot slot = byText.get(text);
        if (slot == null) {
            slot = new Slot(text, byText.size());
            byText.put(text, slot);
        }
        return slot;
    }

    /** Returns the slot, or null if the history does not know the text. */
    @Nullable
    Slot find(String text) {
        return byText.get(text);
    }

    int size() {
        return byText.size();
    }
}
