/**
 * Noise: the classes on trial, and no others, are loaded with a call of {@link io.gauntlet.noise.Noise#point} before and after
 * each act of synchronization and each access of shared memory, where a caller is now and then held up for a moment. So callers overlap where the mistakes are,
 * also on a machine with too few processors to let them.
 *
 * <p>{@link io.gauntlet.noise.NoisyMain} runs a program with noise; the program lends it its callers through {@link
 * io.gauntlet.noise.NoisyCallers}, and asks a {@link io.gauntlet.noise.NoiseReport} whether anything was disturbed. A program
 * that is started in any other way runs the very bytes that were compiled. Nothing here knows what is on trial.
 *
 * <p>The idea is ConTest's (Edelstein, Farchi, Nir, Ratsaby, Ur, "Multithreaded Java program testing", IBM Systems Journal
 * 41(1), 2002): a concurrent program's schedules on one machine are nearly always the same few, and a yield or sleep at random
 * at the points of synchronization finds others. Why it works is put in numbers by PCT (Burckhardt, Kothari, Musuvathi,
 * Nagarakatte, "A randomized scheduler with probabilistic guarantees of finding bugs", ASPLOS 2010): a bug of depth d needs no
 * more than d orderings to come out right, most real bugs have a depth of one or two, and so a few switches in the right
 * places are enough, and random places find them with a probability that is not small. We cannot have PCT's guarantee, which
 * needs a scheduler that runs one thread at a time: here the callers are real, many, and parallel.
 */
@NullMarked
package io.gauntlet.noise;

import org.jspecify.annotations.NullMarked;
