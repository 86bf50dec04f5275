package io.gauntlet.stress.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A check's JVM that fails in the way its first argument names; the others are {@link TrialArguments}. */
public final class MisbehavingTrial {

    /** The ways to fail, and one to succeed. */
    enum Way {
        PASS,
        NEVER_END,
        EXIT_WITH_3,
        WRITE_NOTHING,
        WRITE_GARBAGE,
        WRITE_HALF,
        SPEAK_OF_ANOTHER_SUBJECT,
        CLAIM_TO_BE_ANOTHER_KIND,
        MISS_THE_CANARY,
        WRITE_THEN_BE_KILLED
    }

    private MisbehavingTrial() {}

    static TrialProgram program(Way way) {
        return new TrialProgram(
                MisbehavingTrial.class.getName(),
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
                arguments -> Stream.concat(Stream.of(way.name()), arguments.toCommandLine().stream())
                        .toList(),
                /* alone= */ false);
    }

    public static void main(String[] words) throws Exception {
        TrialArguments arguments = TrialArguments.parse(Stream.of(words).skip(1).toArray(String[]::new));
        String subject = arguments.subject().name();
        System.out.println("about to misbehave: " + words[0]);
        switch (Way.valueOf(words[0])) {
            case PASS -> write(arguments, subject, false);
            case NEVER_END -> new CountDownLatch(1).await();
            case EXIT_WITH_3 -> System.exit(3);
            case WRITE_NOTHING -> System.exit(0);
            case WRITE_GARBAGE -> Files.writeString(file(arguments), "no JSON");
            case WRITE_HALF -> {
                Path whole = write(arguments, subject, false);
                String json = Files.readString(whole);
                Files.writeString(whole, json.substring(0, json.length() / 2));
            }
            case SPEAK_OF_ANOTHER_SUBJECT -> write(arguments, "SYNCHRONIZED", false);
            case CLAIM_TO_BE_ANOTHER_KIND -> write(arguments, subject, true);
            case MISS_THE_CANARY -> TrialMain.run(arguments.toCommandLine().toArray(String[]::new), Blind::new);
            case WRITE_THEN_BE_KILLED -> {
                write(arguments, subject, false);
                Runtime.getRuntime().halt(137);
            }
        }
    }

    private static Path file(TrialArguments arguments) {
        return arguments
                .evidenceFolder()
                .resolve(EvidenceFiles.checkFileName(
                        arguments.checker(), arguments.subject().name()));
    }

    private static Path write(TrialArguments arguments, String subject, boolean knownBad) throws IOException {
        return EvidenceFiles.write(
                arguments.evidenceFolder(),
                new CheckEvidence(
                        arguments.checker(),
                        subject,
                        knownBad,
                        Verdict.PASSED,
                        "",
                        new CheckEvidence.Canary("a planted bug", 0.1),
                        new TreeMap<>(Map.of("tests", 1L)),
                        List.of(),
                        "",
                        arguments.replay(),
                        0.1,
                        Provenance.collect(CoordinatorStrategy.class)));
    }

    /** A checker that sees nothing, and would pass anything. */
    private record Blind(TrialArguments arguments) implements Trial {

        @Override
        public Finding canary() {
            return Finding.passed(Map.of("tests", 1L));
        }

        @Override
        public Finding run() {
            return Finding.passed(Map.of("tests", 1L));
        }
    }
}
