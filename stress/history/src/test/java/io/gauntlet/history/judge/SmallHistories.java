package io.gauntlet.history.judge;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Histories small enough for {@link BruteForce}: all there are of few calls, and a sample of those with more.
 *
 * <p>What a call may have been answered is what it is answered in any order of any of the other calls, whatever the clock
 * says: each answer is plausible by itself, and most histories are wrong as a whole.
 */
final class SmallHistories {

    /** So tight that two calls meet them. */
    static final Limits LIMITS = new Limits(2, 2, 8);

    private SmallHistories() {}

    /**
     * Hands over every history of these callers, each making {@code each} calls drawn from the alphabet: every choice of
     * operations, every order of the invocations and returns, every plausible choice of answers.
     */
    static void forEach(List<Operation> alphabet, int callers, int each, Consumer<History> consumer) {
        int calls = callers * each;
        Operation[] operations = new Operation[calls];
        chooseOperations(alphabet, operations, 0, () -> {
            List<List<Outcome>> answers = plausibleAnswers(Arrays.asList(operations));
            chooseTimes(callers, each, times -> chooseAnswers(operations, answers, each, times, consumer));
        });
    }

    private static void chooseOperations(List<Operation> alphabet, Operation[] chosen, int from, Runnable then) {
        if (from == chosen.length) {
            then.run();
            return;
        }
        for (Operation operation : alphabet) {
            chosen[from] = operation;
            chooseOperations(alphabet, chosen, from + 1, then);
        }
    }

    /** Hands over, for every interleaving, at which of the moments 0, 1, 2, ... each caller's events are. */
    private static void chooseTimes(int callers, int each, Consumer<int[][]> then) {
        chooseTimes(new int[callers][2 * each], new int[callers], 0, then);
    }

    private static void chooseTimes(int[][] times, int[] chosen, int moment, Consumer<int[][]> then) {
        boolean complete = true;
        for (int caller = 0; caller < times.length; caller++) {
            if (chosen[caller] < times[caller].length) {
                complete = false;
                times[caller][chosen[caller]++] = moment;
                chooseTimes(times, chosen, moment + 1, then);
                chosen[caller]--;
            }
        }
        if (complete) {
            then.accept(times);
        }
    }

    private static void chooseAnswers(
            Operation[] operations, List<List<Outcome>> answers, int each, int[][] times, Consumer<History> consumer) {
        int[] choice = new int[operations.length];
        while (true) {
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < operations.length; i++) {
                int caller = i / each;
                int event = i % each * 2;
                calls.add(new Call(
                        caller,
                        operations[i],
                        answers.get(i).get(choice[i]),
                        times[caller][event],
                        times[caller][event + 1]));
            }
            consumer.accept(new History(StartState.EMPTY, LIMITS, calls));
            int digit = 0;
            while (digit < choice.length
                    && ++choice[digit] == answers.get(digit).size()) {
                choice[digit++] = 0;
            }
            if (digit == choice.length) {
                return;
            }
        }
    }

    /** Returns for each operation what it is answered after any of the others, in any order. */
    private static List<List<Outcome>> plausibleAnswers(List<Operation> operations) {
        List<Set<Outcome>> answers = new ArrayList<>();
        operations.forEach(operation -> answers.add(new LinkedHashSet<>()));
        collectAnswers(operations, new ArrayList<>(), answers);
        return answers.stream().map(List::copyOf).toList();
    }

    private static void collectAnswers(List<Operation> operations, List<Integer> order, List<Set<Outcome>> answers) {
        SessionCoordinator reference = reference();
        for (int i = 0; i < order.size(); i++) {
            Outcome outcome = operations.get(order.get(i)).perform(reference);
            if (i == order.size() - 1) {
                answers.get(order.get(i)).add(outcome);
            }
        }
        for (int next = 0; next < operations.size(); next++) {
            if (!order.contains(next)) {
                order.add(next);
                collectAnswers(operations, order, answers);
                order.remove(order.size() - 1);
            }
        }
    }

    private static SessionCoordinator reference() {
        return CoordinatorStrategy.reference(LIMITS.config(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {}));
    }

    /**
     * Draws a history: times so few that many coincide, some calls that never return, answers from two orders that were
     * drawn, so that about half of the histories are right.
     */
    static History draw(long seed, int callers, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomOperations source = new RandomOperations(random.nextLong(), 3);
        List<Call> calls = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            long time = random.nextInt(3);
            int count = 1 + random.nextInt(most);
            for (int i = 0; i < count; i++) {
                long invoked = time + random.nextInt(2);
                time = invoked + random.nextInt(4);
                Operation operation =
                        random.nextInt(4) == 0 ? new Operation.CreateSession("id-0", "name-0") : source.next();
                if (i == count - 1 && random.nextInt(6) == 0) {
                    calls.add(Call.pending(caller, operation, invoked));
                } else {
                    calls.add(new Call(caller, operation, new Outcome.Answered(null), invoked, time));
                }
            }
        }
        Outcome[] right = answersInOneOrder(calls, random, /* byTime= */ true);
        Outcome[] other = answersInOneOrder(calls, random, /* byTime= */ random.nextBoolean());
        int wrong = random.nextInt(3);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (!call.isPending()) {
                Outcome outcome = random.nextInt(3) < wrong ? other[i] : right[i];
                calls.set(
                        i,
                        new Call(call.caller(), call.operation(), outcome, call.invokedNanos(), call.returnedNanos()));
            }
        }
        return new History(StartState.EMPTY, LIMITS, calls);
    }

    private static Outcome[] answersInOneOrder(List<Call> calls, SplittableRandom random, boolean byTime) {
        Outcome[] answers = new Outcome[calls.size()];
        SessionCoordinator reference = reference();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            int next = left.get(random.nextInt(left.size()));
            if (byTime && left.stream().anyMatch(other -> other != next && precedes(calls, other, next))) {
                continue;
            }
            left.remove((Integer) next);
            if (!calls.get(next).isPending() || random.nextBoolean()) {
                answers[next] = calls.get(next).operation().perform(reference);
            }
        }
        return answers;
    }

    private static boolean precedes(List<Call> calls, int one, int other) {
        return calls.get(one).precedes(calls.get(other))
                || (calls.get(one).caller() == calls.get(other).caller() && one < other);
    }
}
