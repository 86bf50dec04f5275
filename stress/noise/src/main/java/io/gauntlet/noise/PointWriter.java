package io.gauntlet.noise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes calls of {@link Noise#point} into the bytes of a class, before and after each act that {@link SynchronizationActs} names.
 *
 * <p>A point takes nothing from the operand stack and leaves nothing on it, and no jump is added, so a method keeps its
 * maxima and, moved along, its stack map, and a point may stand anywhere: between the operands of an expression, and in a constructor before that
 * of the superclass was called.
 *
 * <p>The point after an act stands right before the next instruction, behind the labels in between. So the point after {@code
 * monitorenter} lies inside the block that releases the monitor, and that after {@code monitorexit} outside of it: whatever
 * might be thrown there, even for want of stack, no monitor stays held and none is released twice.
 */
final class PointWriter {

    private static final String NOISE = Type.getInternalName(Noise.class);

    /** What became of a class. */
    static final class Written {

        private final byte[] bytes;
        private final int points;

        Written(byte[] bytes, int points) {
            this.bytes = bytes;
            this.points = points;
        }

        /** Returns the class, ready to be defined; for one reader, who may keep the array. */
        byte[] bytes() {
            return bytes;
        }

        /** Returns how many points it was given. */
        int points() {
            return points;
        }
    }

    private final SynchronizationActs acts;

    PointWriter(NoiseReach reach, ClassFacts.Known known) {
        this.acts = new SynchronizationActs(reach, known);
    }

    /** @throws RuntimeException if the bytes cannot be understood, or grow past what a class file can hold */
    Written write(byte[] compiled) {
        ClassNode type = new ClassNode(Opcodes.ASM9);
        new ClassReader(compiled).accept(type, /* parsingOptions= */ 0);
        int points = 0;
        for (MethodNode method : new ArrayList<>(type.methods)) {
            if (SynchronizedMethod.is(method)) {
                points += SynchronizedMethod.splitOff(type, method);
            }
        }
        for (MethodNode method : type.methods) {
            points += writeInto(method);
        }
        if (points == 0) {
            return new Written(compiled, 0);
        }
        ClassWriter writer = new ClassWriter(/* flags= */ 0);
        type.accept(writer);
        return new Written(writer.toByteArray(), points);
    }

    private int writeInto(MethodNode method) {
        Set<AbstractInsnNode> before = new LinkedHashSet<>();
        if (SynchronizedMethod.is(method)) {
            before.addAll(entryAndExits(method));
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (acts.includes(instruction)) {
                before.add(instruction);
                before.add(instructionAt(instruction.getNext()));
            }
        }
        before.forEach(instruction -> putPointBefore(instruction, method.instructions));
        return before.size();
    }

    private static void putPointBefore(AbstractInsnNode instruction, InsnList code) {
        code.insertBefore(instruction, point());
        if (instruction.getOpcode() == Opcodes.NEW) {
            // The stack map knows an object that is not constructed yet by the place of its NEW.
            LabelNode place = new LabelNode();
            code.insertBefore(instruction, place);
            Set<Object> old = labelsUpTo(place);
            for (AbstractInsnNode other : code) {
                if (other instanceof FrameNode frame) {
                    frame.local = replaced(frame.local, old, place);
                    frame.stack = replaced(frame.stack, old, place);
                }
            }
        }
    }

    private static Set<Object> labelsUpTo(LabelNode place) {
        Set<Object> labels = new HashSet<>();
        AbstractInsnNode node = place.getPrevious().getPrevious();
        while (node != null && node.getOpcode() < 0) {
            labels.add(node);
            node = node.getPrevious();
        }
        return labels;
    }

    private static @Nullable List<Object> replaced(@Nullable List<Object> types, Set<Object> old, LabelNode place) {
        return types == null
                ? null
                : types.stream().map(type -> old.contains(type) ? place : type).collect(Collectors.toList());
    }

    /** Returns where the monitor of a synchronized method was just taken, and where it is just about to be released. */
    private static List<AbstractInsnNode> entryAndExits(MethodNode method) {
        List<AbstractInsnNode> found = new ArrayList<>();
        found.add(instructionAt(method.instructions.getFirst()));
        for (AbstractInsnNode instruction : method.instructions) {
            int opcode = instruction.getOpcode();
            if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) || opcode == Opcodes.ATHROW) {
                found.add(instruction);
            }
        }
        return found;
    }

    /** Returns the first real instruction from here on: code never ends with anything else. */
    private static AbstractInsnNode instructionAt(AbstractInsnNode from) {
        AbstractInsnNode instruction = from;
        while (instruction.getOpcode() < 0) {
            instruction = instruction.getNext();
        }
        return instruction;
    }

    static MethodInsnNode point() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, NOISE, "point", "()V", /* isInterface= */ false);
    }
}
