package io.gauntlet.stress.again;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of all tests of a kind, in JVMs of its own.
 *
 * @param number counts from 1
 */
record Repetition(Condition condition, Kind kind, int number, long seed) {

    /** Returns all that is asked for. The conditions take turns, so that what disturbs the machine for a while disturbs all. */
    static List<Repetition> plan(Arguments arguments, List<Condition> conditions) {
        List<Repetition> plan = new ArrayList<>();
        for (int number = 1; number <= arguments.times(); number++) {
            for (Condition condition : conditions) {
                for (Kind kind : arguments.kinds()) {
                    plan.add(new Repetition(condition, kind, number, arguments.seed() + number - 1));
                }
            }
        }
        return plan;
    }

    /** Returns where its log is, below the folder of the whole run. */
    Path folder() {
        return Path.of(condition.toString(), kind.toString(), Integer.toString(number));
    }
}
