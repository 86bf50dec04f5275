package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.noise.sample.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Every kind of act has its points, and the class does what it did. */
class PointWriterTest {

    private static final int SELDOM = 1_000_000;

    /** A sample, and how many points one call of it passes: two for each act, but
     * one between acts that follow at once, and one at each turn of a loop whose head an act comes before. */
    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of(Act.MonitorBlock.class, 4),
                Arguments.of(Act.ThrowingBlock.class, 4),
                Arguments.of(Act.NestedBlocks.class, 16),
                Arguments.of(Act.SynchronizedMethods.class, 28),
                Arguments.of(Act.LockAndFinally.class, 10),
                Arguments.of(Act.ReadWriteLocks.class, 16),
                Arguments.of(Act.OptimisticRead.class, 10),
                Arguments.of(Act.VolatileOperands.class, 21),
                Arguments.of(Act.InheritedVolatile.class, 4),
                Arguments.of(Act.Atomics.class, 6),
                Arguments.of(Act.VariableHandle.class, 9),
                Arguments.of(Act.FieldUpdater.class, 2),
                Arguments.of(Act.OwnLock.class, 8),
                Arguments.of(Act.WaitAndNotify.class, 8),
                Arguments.of(Act.BeforeSuper.class, 10),
                Arguments.of(Act.InLambda.class, 2),
                Arguments.of(Act.Jumps.class, 60),
                Arguments.of(Act.ConcurrentMap.class, 4),
                Arguments.of(Act.Plain.class, 0));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void write_anyAct_putsPointsBesideIt(Class<?> act, long pointsPassed) throws Exception {
        NoiseSettings settings = Loaded.settings(SELDOM, NoiseReach.SYNCHRONIZATION);
        Callable<?> noisy = Loaded.instance(Loaded.noisy(act, settings), Callable.class);
        CallerNoise caller = new CallerNoise(settings.strength(), /* seed= */ 1, /* caller= */ 1);
        List<Object> answers = new ArrayList<>();
        Noise.during(caller, () -> answers.add(answerOf(noisy)));
        assertThat(caller.points()).isEqualTo(pointsPassed);
    }

    static Stream<Arguments> actsAtEveryReach() {
        return acts().map(act -> act.get()[0])
                .flatMap(act -> Arrays.stream(NoiseReach.values()).map(reach -> Arguments.of(act, reach)));
    }

    @ParameterizedTest
    @MethodSource("actsAtEveryReach")
    void write_everyPointDisturbed_behavesAsCompiled(Class<?> act, NoiseReach reach) {
        NoiseSettings settings = Loaded.settings(1, reach);
        Callable<?> noisy = Loaded.instance(Loaded.noisy(act, settings), Callable.class);
        List<Object> answers = new ArrayList<>();
        Noise.during(new CallerNoise(settings.strength(), 1, 1), () -> answers.add(answerOf(noisy)));
        assertThat(noisy.getClass()).isNotEqualTo(act);
        assertThat(answers).containsExactly(answerOf(Loaded.instance(act, Callable.class)));
    }

    @ParameterizedTest
    @EnumSource
    void write_everySample_verifies(NoiseReach reach) throws IOException {
        for (Class<?> type : Act.class.getDeclaredClasses()) {
            StringWriter complaints = new StringWriter();
            CheckClassAdapter.verify(
                    new ClassReader(write(type, reach).bytes()),
                    Act.class.getClassLoader(),
                    /* printResults= */ false,
                    new PrintWriter(complaints));
            assertThat(complaints.toString()).as(type.getName()).isEmpty();
        }
    }

    @Test
    void write_noAct_leavesEveryByte() throws IOException {
        PointWriter.Written written = write(Act.Plain.class, NoiseReach.SYNCHRONIZATION);
        assertThat(written.points()).isZero();
        assertThat(written.bytes()).isEqualTo(bytesOf(Act.Plain.class));
    }

    @Test
    void write_reachOfMemory_putsPointsBesidePlainFieldsAndCollections() throws IOException {
        assertThat(write(Act.Plain.class, NoiseReach.MEMORY).points()).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void write_monitors_pointsStandWhereAnErrorLeavesNoneHeldNorReleasesTwice(Class<?> act) throws IOException {
        for (MethodNode method : node(write(act, NoiseReach.SYNCHRONIZATION)).methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction.getOpcode() == Opcodes.MONITORENTER) {
                    assertThat(finallyBlocksOver(method, nextPoint(instruction)))
                            .as("blocks that release over the point after monitorenter in %s", method.name)
                            .isEqualTo(finallyBlocksOver(method, instruction) + 1);
                } else if (instruction.getOpcode() == Opcodes.MONITOREXIT) {
                    assertThat(finallyBlocksOver(method, nextPoint(instruction)))
                            .as("blocks that release over the point after monitorexit in %s", method.name)
                            .isEqualTo(finallyBlocksOver(method, instruction) - 1);
                }
            }
        }
    }

    private static AbstractInsnNode nextPoint(AbstractInsnNode after) {
        AbstractInsnNode instruction = after.getNext();
        while (instruction.getOpcode() < 0) {
            instruction = instruction.getNext();
        }
        assertThat(((MethodInsnNode) instruction).name).isEqualTo("point");
        return instruction;
    }

    private static long finallyBlocksOver(MethodNode method, AbstractInsnNode instruction) {
        return method.tryCatchBlocks.stream()
                .filter(block -> block.type == null && covers(method, block, instruction))
                .count();
    }

    private static boolean covers(MethodNode method, TryCatchBlockNode block, AbstractInsnNode instruction) {
        int index = method.instructions.indexOf(instruction);
        return method.instructions.indexOf(block.start) <= index && index < method.instructions.indexOf(block.end);
    }

    private static Object answerOf(Callable<?> act) {
        try {
            return act.call();
        } catch (Exception e) {
            throw new AssertionError(act + " failed", e);
        }
    }

    private static ClassNode node(PointWriter.Written written) {
        ClassNode node = new ClassNode();
        new ClassReader(written.bytes()).accept(node, 0);
        return node;
    }

    private static PointWriter.Written write(Class<?> type, NoiseReach reach) throws IOException {
        return new PointWriter(reach, new ClassFacts.Known(PointWriterTest::bytesOf)).write(bytesOf(type));
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        return bytesOf(type.getName().replace('.', '/'));
    }

    private static byte[] bytesOf(String internalName) throws IOException {
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return bytes == null ? null : bytes.readAllBytes();
        }
    }
}
