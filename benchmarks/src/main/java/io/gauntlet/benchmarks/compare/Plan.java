package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.MeasurementEvidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Every cell in the order in which it is measured: round by round, each round in an order of its own, so that whatever
 * drifts meanwhile (heat, neighbours) meets all strategies alike.
 */
record Plan(List<Cell> cells) {

    private static final int READS_ONLY = 100;

    Plan {
        cells = List.copyOf(cells);
    }

    /** Returns a plan of all strategies under all mixes, and of the ceiling, which only reads. */
    static Plan of(List<String> strategies, List<Integer> mixes, int forks, long seed) {
        Random random = new Random(seed);
        List<Cell> cells = new ArrayList<>();
        for (int round = 1; round <= forks; round++) {
            List<Cell> cellsOfRound = new ArrayList<>();
            cellsOfRound.add(new Cell(MeasurementEvidence.CEILING, READS_ONLY, round));
            for (String strategy : strategies) {
                for (int mix : mixes) {
                    cellsOfRound.add(new Cell(strategy, mix, round));
                }
            }
            Collections.shuffle(cellsOfRound, random);
            cells.addAll(cellsOfRound);
        }
        return new Plan(cells);
    }
}
