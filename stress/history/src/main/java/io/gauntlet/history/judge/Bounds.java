package io.gauntlet.history.judge;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;

/**
 * How far a history can go at most: how many versions it can give, how many changes it can drop.
 *
 * @param versions one for each call that may change a session, and one for each change that may be processed
 * @param drops one for each change that may not find room
 */
record Bounds(int versions, int drops) {

    static Bounds of(History history) {
        int changes = 0;
        int posts = 0;
        for (Call call : history.calls()) {
            Operation operation = call.operation();
            if (operation instanceof Operation.PostStateChange) {
                posts++;
            } else if (operation instanceof Operation.CreateSession
                    || operation instanceof Operation.UpdateSessionState
                    || operation instanceof Operation.UpdateResourceStats
                    || operation instanceof Operation.AppendOutput) {
                changes++;
            }
        }
        return new Bounds(changes + posts + history.start().pending().size(), posts);
    }
}
