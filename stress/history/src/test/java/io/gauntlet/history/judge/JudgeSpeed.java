package io.gauntlet.history.judge;

import io.gauntlet.coordinator.operation.*;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import java.util.function.*;

final class JudgeSpeed {

    private JudgeSpeed() {}

    public static void main(String[] args) {
        int operations = Integer.parseInt(args[0]);
        double stretch = Double.parseDouble(args[1]);
        String drop = args.length > 2 ? args[2] : "";
        for (int round = 0; round < Integer.getInteger("rounds", 1); round++) {
            for (int callers : new int[] {128}) {
                RandomOperations source = new RandomOperations(7, 8);
                Supplier<Operation> s = () -> {
                    while (true) {
                        Operation o = source.next();
                        String n = o.getClass().getSimpleName();
                        boolean skip = false;
                        for (String d : drop.split(",")) if (!d.isEmpty() && n.startsWith(d)) skip = true;
                        if (!skip) return o;
                    }
                };
                History history = OverlappingRun.of(s, new Limits(5, 4, 40), callers, operations, stretch, 5);
                long start = cpu();
                Search search = new Search(history, JudgeLimits.defaults());
                long compiled = cpu();
                Search.Result result = search.run();
                long searched = cpu();
                if (result == Search.Result.FOUND) {
                    if (Replayer.objection(history, search.order()).isPresent()) throw new AssertionError();
                }
                long replayed = cpu();
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

    static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
