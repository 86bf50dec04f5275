package io.gauntlet.history.record;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much the callers of a history were in each other's way: without that it proves little that all went well. */
public final class Overlap {

    private Overlap() {}

    /** Returns how many calls were under way while another was, by the clock. */
    public static long overlappingCalls(History history) {
        List<Call> calls = new ArrayList<>(history.calls());
        calls.sort(Comparator.comparingLong(Call::invokedNanos));
        long overlapping = 0;
        long latestReturn = Long.MIN_VALUE;
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean withEarlier = latestReturn > call.invokedNanos();
            boolean withLater = i + 1 < calls.size() && calls.get(i + 1).invokedNanos() < call.returnedNanos();
            if (withEarlier || withLater) {
                overlapping++;
            }
            latestReturn = Math.max(latestReturn, call.returnedNanos());
        }
        return overlapping;
    }
}
