package io.gauntlet.noise;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Splits a synchronized method in two, because nothing can be written between its call and the taking of its monitor: the body
 * goes to a private synchronized method of another name, and the method itself calls that one between two points and takes no
 * monitor.
 */
final class SynchronizedMethod {

    private static final String SUFFIX = "$noise";
    private static final int KIND = Opcodes.ACC_STATIC | Opcodes.ACC_STRICT;

    private SynchronizedMethod() {}

    /** Returns whether the method takes a monitor and has a body. */
    static boolean is(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0 && method.instructions.size() > 0;
    }

    /** Returns how many points the method was given; the body gets its own later. */
    static int splitOff(ClassNode type, MethodNode method) {
        MethodNode body = new MethodNode(
                Opcodes.ASM9,
                (method.access & KIND) | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_SYNTHETIC,
                method.name + SUFFIX,
                method.desc,
                /* signature= */ null,
                method.exceptions.toArray(String[]::new));
        body.instructions = method.instructions;
        body.tryCatchBlocks = method.tryCatchBlocks;
        body.localVariables = method.localVariables;
        body.visibleLocalVariableAnnotations = method.visibleLocalVariableAnnotations;
        body.invisibleLocalVariableAnnotations = method.invisibleLocalVariableAnnotations;
        body.maxStack = method.maxStack;
        body.maxLocals = method.maxLocals;
        type.methods.add(body);

        method.access &= ~Opcodes.ACC_SYNCHRONIZED;
        method.instructions = new InsnList();
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        return call(type, body, method);
    }

    private static int call(ClassNode type, MethodNode body, MethodNode method) {
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        InsnList code = method.instructions;
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        LabelNode handler = new LabelNode();

        code.add(PointWriter.point());
        int local = 0;
        if (!isStatic) {
            code.add(new VarInsnNode(Opcodes.ALOAD, local++));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), local));
            local += argument.getSize();
        }
        code.add(start);
        code.add(new MethodInsnNode(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
                type.name,
                body.name,
                body.desc,
                /* isInterface= */ false));
        code.add(end);
        code.add(PointWriter.point());
        Type result = Type.getReturnType(method.desc);
        code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));

        code.add(handler);
        code.add(new FrameNode(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"}));
        code.add(PointWriter.point());
        code.add(new InsnNode(Opcodes.ATHROW));

        method.tryCatchBlocks.addAll(List.of(new TryCatchBlockNode(start, end, handler, /* type= */ null)));
        method.maxLocals = local;
        method.maxStack = Math.max(Math.max(local, result.getSize()), 1);
        return 3;
    }
}
