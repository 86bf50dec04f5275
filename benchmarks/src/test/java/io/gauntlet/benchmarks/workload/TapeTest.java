package io.gauntlet.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.StateChange;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {

    private static final Population POPULATION = new Population(10);

    @Test
    void tape_ofTheSameSeed_isTheSame() {
        assertThat(steps(new Tape(1, 90, POPULATION)))
                .isEqualTo(steps(new Tape(1, 90, POPULATION)))
                .isNotEqualTo(steps(new Tape(2, 90, POPULATION)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 90, 99, 100})
    void tape_ofAnyMix_holdsItsShareOfReadsExactly(int readPercent) {
        Tape tape = new Tape(1, readPercent, POPULATION);

        long reads = IntStream.range(0, tape.length()).filter(tape::isRead).count();

        assertThat(reads).isEqualTo((tape.length() * readPercent + 50L) / 100);
    }

    @Test
    void tape_holdsEachOperationInItsShare() {
        Tape tape = new Tape(1, 50, POPULATION);
        for (Operation operation : Operation.values()) {
            double share = IntStream.range(0, tape.length())
                            .filter(position -> tape.operationAt(position) == operation)
                            .count()
                    * 200.0
                    / tape.length();
            assertThat(share).as(operation.name()).isCloseTo(operation.sharePercent(), within(0.05));
        }
    }

    @Test
    void shares_ofReadsAndOfWrites_are100EachTogether() {
        assertThat(Operation.reads().stream().mapToInt(Operation::sharePercent).sum())
                .isEqualTo(100);
        assertThat(Operation.writes().stream().mapToInt(Operation::sharePercent).sum())
                .isEqualTo(100);
    }

    @Test
    void closing_isFollowedByCreatingTheSame() {
        Tape tape = new Tape(1, 50, POPULATION);

        assertThat(IntStream.range(0, tape.length())
                        .filter(position -> tape.operationAt(position) == Operation.CLOSE_SESSION))
                .isNotEmpty()
                .allSatisfy(position -> {
                    assertThat(tape.operationAt(position + 1)).isEqualTo(Operation.CREATE_SESSION);
                    assertThat(tape.targetAt(position + 1)).isEqualTo(tape.targetAt(position));
                });
    }

    @Test
    void offsets_areSpreadEvenly() {
        Tape tape = new Tape(1, 90, POPULATION);

        assertThat(IntStream.range(0, 128).map(index -> tape.offset(index, 128)))
                .containsExactlyElementsOf(IntStream.range(0, 128)
                        .mapToObj(index -> index * tape.length() / 128)
                        .toList());
    }

    @Test
    void tape_withAShareOutOfRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tape(1, 101, POPULATION))
                .withMessageContaining("'101'")
                .withMessageContaining("0 to 100");
    }

    @Test
    void call_asAValue_isTheOneThatIsMade() {
        Tape tape = new Tape(1, 50, POPULATION);
        List<String> made = new ArrayList<>();
        SessionCoordinator listener = (SessionCoordinator) Proxy.newProxyInstance(
                TapeTest.class.getClassLoader(),
                new Class<?>[] {SessionCoordinator.class},
                (proxy, method, arguments) -> {
                    made.add(method.getName() + Arrays.toString(arguments));
                    return method.getReturnType() == boolean.class ? false : null;
                });
        IntStream.range(0, tape.length()).forEach(position -> tape.ask(position, listener));
        List<String> byTape = List.copyOf(made);
        made.clear();

        IntStream.range(0, tape.length())
                .forEach(position -> tape.asked(position).call(listener));

        assertThat(made).hasSize(tape.length()).isEqualTo(byTape);
    }

    @Test
    void answer_thatComesToNothing_isNullWhenPerformedAndTheContractsWhenAsked() {
        CoordinatorConfig config = CoordinatorConfig.defaults().withMaxPendingStateChanges(1);
        SessionCoordinator coordinator = CoordinatorStrategy.reference(config);
        Tape tape = new Tape(1, 0, POPULATION);
        int post = first(tape, Operation.POST_STATE_CHANGE);
        int close = first(tape, Operation.CLOSE_SESSION);
        coordinator.postStateChange(new StateChange.Completed("nobody"));

        assertThat(tape.perform(post, coordinator)).isNull();
        assertThat(tape.ask(post, coordinator)).isEqualTo(false);
        assertThat(tape.perform(close, coordinator)).isNull();
        assertThatExceptionOfType(CoordinatorException.SessionNotFound.class)
                .isThrownBy(() -> tape.ask(close, coordinator));
    }

    private static int first(Tape tape, Operation operation) {
        return IntStream.range(0, tape.length())
                .filter(position -> tape.operationAt(position) == operation)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(Tape tape) {
        return IntStream.range(0, tape.length())
                .mapToObj(position -> tape.operationAt(position) + " " + tape.targetAt(position))
                .toList();
    }
}
