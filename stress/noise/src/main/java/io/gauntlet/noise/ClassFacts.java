package io.gauntlet.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What must be known of a class that another one names, without loading it.
 *
 * @param parents the internal names of what it extends and implements
 * @param fields the access flags of the fields that it declares, by name and descriptor
 */
record ClassFacts(List<String> parents, Map<String, Integer> fields) {

    private static final ClassFacts NOTHING = new ClassFacts(List.of(), Map.of());

    /** Finds the bytes of a class. */
    interface Bytes {
        /** Returns the bytes of the class of this internal name, or null if there is none. */
        byte @Nullable [] of(String internalName) throws IOException;
    }

    /** The facts of all classes asked for, each read once. */
    static final class Known {

        private final Bytes bytes;
        private final Map<String, ClassFacts> facts = new ConcurrentHashMap<>();

        Known(Bytes bytes) {
            this.bytes = bytes;
        }

        /** Returns the access flags of a field, wherever above {@code owner} it is declared; volatile if that is not found. */
        int accessOfField(String owner, String name, String descriptor) {
            Integer access = find(owner, name + descriptor);
            return access == null ? Opcodes.ACC_VOLATILE : access;
        }

        private @Nullable Integer find(String owner, String field) {
            ClassFacts known = of(owner);
            Integer access = known.fields.get(field);
            for (int i = 0; access == null && i < known.parents.size(); i++) {
                access = find(known.parents.get(i), field);
            }
            return access;
        }

        /** Returns whether the class, or something that it extends or implements, has a name that begins with the prefix. */
        boolean isA(String internalName, String prefix) {
            if (internalName.startsWith(prefix)) {
                return true;
            }
            return !internalName.startsWith("java/")
                    && of(internalName).parents.stream().anyMatch(parent -> isA(parent, prefix));
        }

        private ClassFacts of(String internalName) {
            return facts.computeIfAbsent(internalName, this::read);
        }

        private ClassFacts read(String internalName) {
            try {
                byte[] found = bytes.of(internalName);
                return found == null ? NOTHING : ClassFacts.read(found);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the class " + internalName, e);
            }
        }
    }

    private static ClassFacts read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Map<String, Integer> fields = new HashMap<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access, String name, String descriptor, String signature, Object value) {
                        fields.put(name + descriptor, access);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        Stream<String> above = reader.getSuperName() == null ? Stream.empty() : Stream.of(reader.getSuperName());
        return new ClassFacts(
                Stream.concat(above, Stream.of(reader.getInterfaces())).toList(), fields);
    }
}
