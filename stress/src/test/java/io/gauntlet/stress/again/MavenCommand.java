package io.gauntlet.stress.again;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says how Maven is called. */
record MavenCommand(Arguments arguments, Checkout checkout) {

    /** What is no test, and takes time. */
    private static final List<String> TESTS_ONLY = List.of(
            "-Dspotless.skip=true",
            "-Dbuild.rules.skip=true",
            "-Dgauntlet.measure.skip=true",
            "-Dgauntlet.report.skip=true");

    /** A module in which none of the named tests is: nothing to complain of, as long as one module has some. */
    private static final List<String> MODULES_WITHOUT_TESTS = List.of(
            "-DfailIfNoTests=false",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dfailsafe.failIfNoSpecifiedTests=false");

    private static final String NO_UNITS = "-Dtest=none.of.the.Units";

    /** Returns what compiles all tests and runs none, so that no repetition has to compile. */
    List<String> build() {
        List<String> words = new ArrayList<>(List.of("mvn", "-B", "test-compile"));
        words.addAll(TESTS_ONLY);
        words.addAll(profile());
        return words;
    }

    /** Returns what runs the tests of a repetition. */
    List<String> of(Repetition repetition) throws IOException {
        List<String> words = new ArrayList<>(repetition.condition().prefix());
        words.addAll(List.of("mvn", "-o", "-B"));
        words.addAll(
                switch (repetition.kind()) {
                    case UNITS -> units();
                    case CHECKS -> checks();
                });
        words.addAll(TESTS_ONLY);
        words.addAll(profile());
        // What the build has compiled stays.
        words.add("-Dmaven.clean.skip=true");
        // A module with red tests does not keep the next one from running.
        words.add("-Dmaven.test.failure.ignore=true");
        words.add("-Dgauntlet.seed=" + repetition.seed());
        words.addAll(arguments.maven());
        return words;
    }

    private List<String> units() throws IOException {
        List<String> words = new ArrayList<>(List.of("test"));
        List<String> modules = arguments.modules();
        if (!modules.isEmpty()) {
            words.addAll(List.of("-pl", String.join(",", modules), "-am"));
        }
        if (arguments.tests().isPresent()) {
            words.add("-Dtest=" + arguments.tests().get());
            words.addAll(MODULES_WITHOUT_TESTS);
        } else if (!modules.isEmpty()) {
            // Named, because the modules that these depend on have tests as well.
            words.add("-Dtest=" + String.join(",", testClasses()));
            words.addAll(MODULES_WITHOUT_TESTS);
        }
        return words;
    }

    private List<String> testClasses() throws IOException {
        List<String> classes = new ArrayList<>();
        for (String module : arguments.modules()) {
            classes.addAll(checkout.testClasses(module));
        }
        return classes;
    }

    private List<String> checks() {
        List<String> words = new ArrayList<>(List.of("verify", "-pl", "stress", "-am", NO_UNITS));
        words.addAll(MODULES_WITHOUT_TESTS);
        arguments.tests().ifPresent(tests -> words.add("-Dit.test=" + tests));
        return words;
    }

    private List<String> profile() {
        return arguments.jdk() == 25 ? List.of("-Pjdk25") : List.of();
    }
}
