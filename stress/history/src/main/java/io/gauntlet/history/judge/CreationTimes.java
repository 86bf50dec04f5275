package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * When the session with a serial was created, by what anybody was told of it: for calls that created one and never returned.
 * A session that nobody was told of may have been created at any time.
 */
final class CreationTimes implements LongFunction<Instant> {

    private final Values values;
    private @Nullable Map<Long, Instant> bySerial;

    CreationTimes(Values values) {
        this.values = values;
    }

    @Override
    public Instant apply(long serial) {
        Map<Long, Instant> times = bySerial;
        if (times == null) {
            times = new HashMap<>();
            for (Session session : values.all()) {
                if (session != null) {
                    times.putIfAbsent(session.serial(), session.createdAt());
                }
            }
            bySerial = times;
        }
        return times.getOrDefault(serial, Instant.EPOCH);
    }
}
