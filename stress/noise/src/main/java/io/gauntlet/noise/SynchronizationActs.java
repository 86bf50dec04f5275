package io.gauntlet.noise;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells which instructions have a point before and after them.
 *
 * <p>Not seen: what is called through a method reference to the JDK ({@code lock::unlock}), through reflection, or through a
 * type that does not show what it is (a concurrent map in a variable of type {@code Map}).
 */
final class SynchronizationActs {

    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String LOCKS = CONCURRENT + "locks/";
    private static final String ATOMICS = CONCURRENT + "atomic/";
    private static final String COLLECTIONS = "java/util/";
    private static final String FUNCTIONS = "java/util/function/";
    private static final String VARIABLE_HANDLE = "java/lang/invoke/VarHandle";

    private final NoiseReach reach;
    private final ClassFacts.Known known;

    SynchronizationActs(NoiseReach reach, ClassFacts.Known known) {
        this.reach = reach;
        this.known = known;
    }

    boolean includes(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> true;
            case Opcodes.GETFIELD, Opcodes.PUTFIELD, Opcodes.GETSTATIC, Opcodes.PUTSTATIC ->
                includes((FieldInsnNode) instruction);
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE, Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL ->
                includes((MethodInsnNode) instruction);
            default -> false;
        };
    }

    private boolean includes(FieldInsnNode instruction) {
        int access = known.accessOfField(instruction.owner, instruction.name, instruction.desc);
        return (access & Opcodes.ACC_VOLATILE) != 0
                || (reach == NoiseReach.MEMORY && (access & Opcodes.ACC_FINAL) == 0);
    }

    private boolean includes(MethodInsnNode call) {
        if (call.name.equals("<init>")) {
            return false;
        }
        return isMonitorMethod(call)
                || call.owner.equals(VARIABLE_HANDLE)
                || call.owner.startsWith(CONCURRENT)
                // A lock of one's own; but not a Callable of one's own.
                || known.isA(call.owner, LOCKS)
                || known.isA(call.owner, ATOMICS)
                || (reach == NoiseReach.MEMORY && isOfCollection(call));
    }

    private static boolean isOfCollection(MethodInsnNode call) {
        return call.getOpcode() != Opcodes.INVOKESTATIC
                && call.owner.startsWith(COLLECTIONS)
                && !call.owner.startsWith(FUNCTIONS);
    }

    /** They are final methods of Object, so the name and the descriptor tell them, whatever class the call names. */
    private static boolean isMonitorMethod(MethodInsnNode call) {
        return switch (call.name) {
            case "wait" -> call.desc.equals("()V") || call.desc.equals("(J)V") || call.desc.equals("(JI)V");
            case "notify", "notifyAll" -> call.desc.equals("()V");
            default -> false;
        };
    }
}
