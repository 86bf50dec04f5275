package io.gauntlet.stress.lincheck;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.jvm.agent.LincheckClassFileTransformer;

/**
 * Whether Lincheck's hooks really are in the code on trial: where a transformation fails, Lincheck says so in its log and
 * carries on without, and model checking then sees that code as one step.
 */
final class Instrumentation {

    /** Vavr's collections are immutable: see {@link Mode}. */
    private static final String IMMUTABLE = "io.vavr.";

    private static final String LOCKS = "java.util.concurrent.locks.";
    private static final byte[] HOOK = "sun/nio/ch/lincheck/Injections".getBytes(StandardCharsets.UTF_8);
    private static final List<String> COMPLAINTS = List.of("Unable to transform", "Failed to retransform");

    private Instrumentation() {}

    /** Has Lincheck write its log to this file. To be called before any other class of Lincheck is used. */
    static void logTo(Path log) {
        System.setProperty("lincheck.logFile", log.toString());
    }

    /**
     * Returns what is not hooked, in words; nothing where all is well. To be called after model checking.
     *
     * @param log the file that Lincheck logged to
     * @param subject one like those that were checked: the classes of all that it is made of must have been hooked
     */
    static List<String> gaps(Path log, Object subject) throws IOException {
        List<String> gaps = new ArrayList<>();
        Map<String, byte[]> transformed = LincheckClassFileTransformer.INSTANCE.getTransformedClassesCache();
        for (Class<?> type : parts(subject)) {
            byte[] code = transformed.get(type.getName());
            if (code == null || !contains(code, HOOK)) {
                gaps.add(type.getName() + " has no hooks");
            }
        }
        for (String line : Files.readAllLines(log)) {
            if (COMPLAINTS.stream().anyMatch(line::contains)) {
                gaps.add(line);
            }
        }
        return gaps;
    }

    /** Finds the classes of which an object is made as far as they hold something that can change. */
    private static Set<Class<?>> parts(Object root) {
        Set<Class<?>> parts = new LinkedHashSet<>();
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object part = open.remove();
            for (Class<?> type = part.getClass(); isOnTrial(type); type = type.getSuperclass()) {
                if (parts.add(type) && isOfNoLibrary(type)) {
                    open.addAll(fields(type, part));
                }
            }
        }
        return parts;
    }

    private static boolean isOnTrial(Class<?> type) {
        boolean canChange = isOfNoLibrary(type) && !type.isHidden() && !type.isRecord() && !type.isEnum();
        return canChange || type.getName().startsWith(LOCKS);
    }

    private static boolean isOfNoLibrary(Class<?> type) {
        return type.getClassLoader() != null && !type.getName().startsWith(IMMUTABLE);
    }

    private static List<Object> fields(Class<?> type, Object owner) {
        List<Object> values = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                continue;
            }
            field.setAccessible(true);
            try {
                Object value = field.get(owner);
                if (value instanceof AtomicReference<?> reference) {
                    value = reference.get();
                }
                if (value != null) {
                    values.add(value);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot look into " + field, e);
            }
        }
        return values;
    }

    private static boolean contains(byte[] code, byte[] wanted) {
        return new String(code, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
