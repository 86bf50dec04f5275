package io.gauntlet.report.page;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import io.gauntlet.report.trial.LatencyGroup;
import io.gauntlet.report.trial.RegimeGroup;

/** Regimes in words. */
final class Conditions {

    private Conditions() {}

    /** Returns all conditions: 128 callers, 90 % reads, 10 sessions. */
    static String of(Regime regime) {
        if (regime.dedicatedWriters() > 0) {
            return crowd(regime.callers() - regime.dedicatedWriters(), regime.threads()) + " with "
                    + regime.readPercent() + " % reads beside " + Numbers.of(regime.dedicatedWriters(), "writer") + ", "
                    + Numbers.of(regime.sessions(), "session");
        }
        return of(regime.callers(), regime.threads(), regime.readPercent(), regime.sessions());
    }

    static String of(LatencyGroup group) {
        return of(group.callers(), group.threads(), group.readPercent(), group.sessions());
    }

    /** Returns what the contests of a group have in common, and what differs. */
    static String of(RegimeGroup group) {
        Regime first = group.contests().get(0).regime();
        return switch (group.axis()) {
            case READS ->
                "By share of reads: " + crowd(first.callers(), first.threads()) + ", "
                        + Numbers.of(first.sessions(), "session");
            case CALLERS ->
                "By number of callers: " + first.readPercent() + " % reads, " + Numbers.of(first.sessions(), "session");
            case SESSIONS ->
                "By number of sessions: " + crowd(first.callers(), first.threads()) + ", " + first.readPercent()
                        + " % reads";
            case DEDICATED_WRITERS -> "Readers beside dedicated writers";
            case VIRTUAL -> "Callers on virtual threads";
            case OTHER -> "Other regimes";
        };
    }

    private static String of(int callers, CallerThreads threads, int readPercent, int sessions) {
        return crowd(callers, threads) + ", " + readPercent + " % reads, " + Numbers.of(sessions, "session");
    }

    private static String crowd(int callers, CallerThreads threads) {
        return Numbers.of(callers, threads == CallerThreads.VIRTUAL ? "virtual caller" : "caller");
    }
}
