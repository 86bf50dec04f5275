package io.gauntlet.stress.jcstress;

import static java.util.stream.Collectors.toCollection;

import io.gauntlet.stress.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * jcstress's ordinary command line, made strict: where no test matches, where all that match need more processors than there
 * are, or where it is not said which subject to try, it ends with an exit code other than 0 before anything runs, and where a
 * test has left no samples, after the run (jcstress alone exits with 0, or tries nothing with an error for each fork).
 */
public final class JcstressMain {

    private static final int USAGE_ERROR = 2;
    private static final int NOT_RUN = 3;
    private static final String SUBJECT_ARGUMENT = "-D" + OnTrial.SUBJECT_PROPERTY + "=";

    private JcstressMain() {}

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments);
        if (!options.parse()) {
            System.exit(asksForHelp(arguments) ? 0 : USAGE_ERROR);
        }
        if (options.shouldParse() || options.shouldList()) {
            Main.main(arguments);
            return;
        }
        Set<String> playable = Set.of();
        try {
            playable = check(options);
        } catch (IllegalArgumentException invalid) {
            System.err.println("ERROR: " + invalid.getMessage());
            System.exit(USAGE_ERROR);
        }
        new JCStress(options).run();
        Set<String> missing = withoutSamples(playable, Path.of(options.getResultFile()));
        if (!missing.isEmpty()) {
            System.err.println("NOT RUN, though jcstress does not say so: " + String.join(", ", missing));
            System.exit(NOT_RUN);
        }
    }

    private static boolean asksForHelp(String[] arguments) {
        return List.of(arguments).contains("-h");
    }

    /**
     * Returns the tests that a run with these options plays.
     *
     * @throws IllegalArgumentException if it would try nothing; the message says what to do
     */
    static Set<String> check(Options options) {
        List<String> gaps = Tests.gaps();
        if (!gaps.isEmpty()) {
            throw new IllegalArgumentException("this jar was not built whole: " + String.join("; ", gaps));
        }
        SortedSet<String> matching = new JCStress(options).getTests();
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("no test matches -t '" + options.getTestFilter() + "': there are "
                    + String.join(", ", TestList.tests().stream().sorted().toList()));
        }
        int processors = options.getCPUCount();
        Set<String> playable = matching.stream()
                .filter(test -> TestList.getInfo(test).threads() <= processors)
                .collect(toCollection(TreeSet::new));
        Set<String> unplayable = new TreeSet<>(matching);
        unplayable.removeAll(playable);
        if (playable.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", unplayable) + " would not run: more actors than the "
                    + processors + " processors");
        }
        unplayable.forEach(test -> System.out.println("NOT RUN: " + test + " has "
                + TestList.getInfo(test).threads() + " actors, here are " + processors + " processors"));
        Subject.named(subject(options)
                .orElseThrow(() -> new IllegalArgumentException("say what to try: -jvmArgs " + SUBJECT_ARGUMENT
                        + "MUTEX, or another strategy, or a class of your own")));
        return playable;
    }

    /** Returns those of the tests of which jcstress's result file holds no samples; all, where there is no such file. */
    static Set<String> withoutSamples(Set<String> tests, Path resultFile) throws IOException, ClassNotFoundException {
        Set<String> missing = new TreeSet<>(tests);
        if (Files.exists(resultFile)) {
            DiskReadCollector results = new DiskReadCollector(resultFile.toString(), result -> {
                if (result.getTotalCount() > 0) {
                    missing.remove(result.getName());
                }
            });
            try {
                results.dump();
            } finally {
                results.close();
            }
        }
        return missing;
    }

    private static Optional<String> subject(Options options) {
        return Stream.of(options.getJvmArgs(), options.getJvmArgsPrepend())
                .flatMap(List::stream)
                .filter(argument -> argument.startsWith(SUBJECT_ARGUMENT))
                .map(argument -> argument.substring(SUBJECT_ARGUMENT.length()))
                .findFirst();
    }
}
