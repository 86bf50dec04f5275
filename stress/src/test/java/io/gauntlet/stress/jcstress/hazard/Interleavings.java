package io.gauntlet.stress.jcstress.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All orders in which the actors of a hazard can perform their operations, one at a time: a depth-first walk through the tree
 * of choices who is next, each path run from a new state.
 *
 * @param outcomes what came out, as jcstress writes it
 * @param orders how many there were
 */
record Interleavings(Set<String> outcomes, int orders) {

    private static final int MANY = 10_000;

    /** One choice of the next caller: the {@code taken}-th of {@code callers} that had something left to do. */
    private record Choice(int taken, int callers) {}

    /** Runs them all. */
    static Interleavings of(HazardClass hazard) {
        Set<String> outcomes = new TreeSet<>();
        int orders = 0;
        List<Choice> choices = List.of();
        do {
            choices = run(hazard, choices, outcomes);
            orders++;
            if (orders > MANY) {
                throw new AssertionError(hazard + " has more than " + MANY + " orders: let its actors do less");
            }
            choices = next(choices);
        } while (!choices.isEmpty());
        return new Interleavings(outcomes, orders);
    }

    /** Runs one order: {@code begin}, and then always the first caller that has something left. Returns all choices made. */
    private static List<Choice> run(HazardClass hazard, List<Choice> begin, Set<String> outcomes) {
        Object state = hazard.newState();
        Object result = hazard.newResult();
        boolean startIsAStep = hazard.hasFieldsThatChange();
        List<SteppedCaller> waiting = new ArrayList<>();
        hazard.actors()
                .forEach(actor -> waiting.add(SteppedCaller.of(actor.getName(), () -> {
                    if (startIsAStep) {
                        SteppedCaller.current().ifPresent(SteppedCaller::awaitTurn);
                    }
                    HazardClass.call(actor, state, result);
                })));
        waiting.forEach(SteppedCaller::begin);
        waiting.removeIf(SteppedCaller::isDone);

        List<Choice> choices = new ArrayList<>();
        while (!waiting.isEmpty()) {
            int taken =
                    choices.size() < begin.size() ? begin.get(choices.size()).taken() : 0;
            choices.add(new Choice(taken, waiting.size()));
            waiting.get(taken).step();
            waiting.removeIf(SteppedCaller::isDone);
        }
        hazard.arbiter().ifPresent(arbiter -> HazardClass.call(arbiter, state, result));
        outcomes.add(result.toString());
        return choices;
    }

    /** Returns the beginning of the next order: the last choice that could be another one becomes that; none if none could. */
    private static List<Choice> next(List<Choice> choices) {
        for (int last = choices.size() - 1; last >= 0; last--) {
            Choice choice = choices.get(last);
            if (choice.taken() + 1 < choice.callers()) {
                List<Choice> next = new ArrayList<>(choices.subList(0, last));
                next.add(new Choice(choice.taken() + 1, choice.callers()));
                return next;
            }
        }
        return List.of();
    }
}
