package io.gauntlet.stress.jcstress.hazard;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * A hazard's class for jcstress, called as jcstress calls it: a new state and a new result, each actor once, then the arbiter.
 */
final class HazardClass {

    private final TestInfo info;
    private final Class<?> type;
    private final List<Method> actors;

    /**
     * Loads the class anew, and with it {@link OnTrial}, which asks for its subject once, when it is loaded: so the tests of
     * this JVM do not hand their subjects to one another.
     *
     * @param name of the class
     * @param subject that the class is to try; a class known to the loader of the tests
     */
    HazardClass(String name, Class<? extends SessionCoordinator> subject) {
        this.info = TestList.getInfo(name);
        ClassLoader fresh = new FreshClasses();
        String before = System.getProperty(OnTrial.SUBJECT_PROPERTY);
        System.setProperty(OnTrial.SUBJECT_PROPERTY, subject.getName());
        try {
            Class.forName(OnTrial.class.getName(), /* initialize= */ true, fresh);
            this.type = fresh.loadClass(info.binaryName());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("TestList names a class that is not there: " + e.getMessage(), e);
        } finally {
            if (before == null) {
                System.clearProperty(OnTrial.SUBJECT_PROPERTY);
            } else {
                System.setProperty(OnTrial.SUBJECT_PROPERTY, before);
            }
        }
        this.actors = info.actorNames().stream()
                .map(actor -> annotated(Actor.class)
                        .filter(method -> method.getName().equals(actor))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("TestList names an actor that is not there: " + actor)))
                .toList();
    }

    private Stream<Method> annotated(Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(annotation));
    }

    /** Returns what jcstress knows of it. */
    TestInfo info() {
        return info;
    }

    List<Method> actors() {
        return actors;
    }

    Optional<Method> arbiter() {
        return annotated(Arbiter.class).findFirst();
    }

    /** Returns whether an actor can see another by more than operations: by a field of the state that changes. */
    boolean hasFieldsThatChange() {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(field -> !Modifier.isFinal(field.getModifiers()));
    }

    Object newState() {
        return construct(type);
    }

    Object newResult() {
        return construct(actors.get(0).getParameterTypes()[0]);
    }

    static void call(Method method, Object state, Object result) {
        try {
            method.invoke(state, result);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.getName() + " let an exception out: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(method + " must be public", e);
        }
    }

    private static Object construct(Class<?> made) {
        try {
            return made.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot construct " + made, e);
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    /** Defines the classes that jcstress would run anew, and leaves all others to the loader of the tests. */
    private static final class FreshClasses extends ClassLoader {

        private static final String FRESH = OnTrial.class.getPackageName() + ".";

        FreshClasses() {
            super(HazardClass.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(FRESH)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] all = bytes.readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
