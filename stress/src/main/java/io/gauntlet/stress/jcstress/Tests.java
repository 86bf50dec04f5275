package io.gauntlet.stress.jcstress;

import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.jcstress.canary.StoreBuffering;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/** The tests that jcstress's annotation processor left on the class path, held against those that there must be. */
final class Tests {

    private Tests() {}

    /**
     * Returns what is missing or unknown, in words; nothing where all is well. jcstress alone takes an empty list for one
     * that asks for nothing.
     */
    static List<String> gaps() {
        Set<String> expected = Arrays.stream(Hazard.values())
                .map(Hazard::jcstressClass)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add(StoreBuffering.class.getName());
        Set<String> listed = new TreeSet<>(names());
        return Stream.concat(
                        expected.stream()
                                .filter(name -> !listed.contains(name))
                                .map(name -> name + " is missing from " + TestList.LIST),
                        listed.stream()
                                .filter(name -> !expected.contains(name))
                                .map(name -> name + " is in " + TestList.LIST + ", and no hazard"))
                .toList();
    }

    /** Without the list jcstress does not say so: it fails on a null. */
    private static Set<String> names() {
        return TestList.class.getResource(TestList.LIST) == null ? Set.of() : Set.copyOf(TestList.tests());
    }

    static TestInfo of(Hazard hazard) {
        return TestList.getInfo(hazard.jcstressClass());
    }

    static TestInfo canary() {
        return TestList.getInfo(StoreBuffering.class.getName());
    }
}
