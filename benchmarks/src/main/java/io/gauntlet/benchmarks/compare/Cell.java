package io.gauntlet.benchmarks.compare;

/** One JVM to be measured: who, under which share of reads, in which round. */
record Cell(String subject, int readPercent, int round) {

    @Override
    public String toString() {
        return subject + " at " + readPercent + " % reads, fork " + round;
    }
}
