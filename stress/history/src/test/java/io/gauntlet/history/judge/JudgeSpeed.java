package io.gauntlet.history.judge;

import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;

/** Prints how fast the judge is. */
final class JudgeSpeed {

    private JudgeSpeed() {}

    public static void main(String[] args) {
        int operations = Integer.parseInt(args[0]);
        double stretch = Double.parseDouble(args[1]);
        for (int round = 0; round < 3; round++) {
            for (int callers : new int[] {8, 32, 128, 256}) {
                RandomOperations source = new RandomOperations(7, 8);
                History history =
                        OverlappingRun.of(source::next, new Limits(5, 4, 40), callers, operations, stretch, 5);
                long start = System.nanoTime();
                Search search = new Search(history, JudgeLimits.defaults(), start);
                long compiled = System.nanoTime();
                Search.Result result = search.run();
                long searched = System.nanoTime();
                if (result == Search.Result.FOUND) {
                    Judge.confirmed(history, search.order());
                }
                long replayed = System.nanoTime();
                System.out.printf(
                        "%d callers %d ops %s explained %d: read %.2f search %.2f replay %.2f s, %.2f M/s, %.3f steps/op%n",
                        callers,
                        operations,
                        result,
                        search.explained(),
                        (compiled - start) / 1e9,
                        (searched - compiled) / 1e9,
                        (replayed - searched) / 1e9,
                        operations * 1e3 / (replayed - start),
                        search.steps() / (double) operations);
            }
        }
    }
}
