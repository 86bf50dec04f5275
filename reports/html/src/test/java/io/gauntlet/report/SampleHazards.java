package io.gauntlet.report;

import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What jcstress would see of as many hazards as there are, on two processors. */
public final class SampleHazards {

    /** The one that needs four processors. */
    public static final String UNPLAYABLE = "READERS_AGREE";

    private static final List<String> NAMES = List.of(
            "CREATE_VERSUS_LIST",
            "CLOSE_VERSUS_SWITCH",
            "CLOSE_VERSUS_SWITCH_BY_NUMBER",
            "CLOSE_ACTIVE_VERSUS_READ",
            "CLOSE_LAST_VERSUS_CREATE",
            "DUPLICATE_CREATE",
            "DUPLICATE_NAME",
            "LIMIT_RACE",
            "STATE_CHANGE_VERSUS_CLOSE",
            "POST_VERSUS_PROCESS",
            "QUEUE_LIMIT_RACE",
            "SNAPSHOT_IS_NOT_TORN",
            "WAITING_LIST_VERSUS_UPDATE",
            "LOST_UPDATE",
            "SAVE_VERSUS_UPDATE",
            "SAVE_VERSUS_SAVE",
            UNPLAYABLE,
            "UNSAFE_PUBLICATION",
            "WRITER_PROGRESS");

    private SampleHazards() {}

    public static List<HazardResult> passed(String subject) {
        Random random = new Random(subject.hashCode());
        return NAMES.stream()
                .map(name -> name.equals(UNPLAYABLE)
                        ? unplayable(name, subject)
                        : played(name, subject, 40_000 + random.nextInt(60_000), /* forbidden= */ 0))
                .toList();
    }

    /** Returns what becomes of all hazards where {@code name} fails. */
    public static List<HazardResult> failed(String name, String subject) {
        return replaced(name, subject, played(name, subject, 50_000, /* forbidden= */ 7));
    }

    /** Returns what becomes of all hazards where {@code name} ends in another way. */
    public static List<HazardResult> replaced(String name, String subject, HazardResult... instead) {
        return passed(subject).stream()
                .flatMap(hazard -> hazard.hazard().equals(name) ? Stream.of(instead) : Stream.of(hazard))
                .toList();
    }

    public static HazardResult notRun(String name, String subject, String reason, int configurations) {
        return new HazardResult(
                name,
                Verdict.NOT_RUN,
                reason,
                configurations,
                /* samples= */ 0,
                /* seconds= */ 0,
                List.of(),
                replay(name, subject));
    }

    private static HazardResult unplayable(String name, String subject) {
        return notRun(name, subject, "needs 4 processors, here are 2", /* configurations= */ 0);
    }

    private static HazardResult played(String name, String subject, long samples, long forbidden) {
        long rare = samples / 300;
        return new HazardResult(
                name,
                forbidden == 0 ? Verdict.PASSED : Verdict.FAILED,
                forbidden == 0
                        ? ""
                        : "\"closed, switched, b of a\" " + forbidden
                                + " times: the active id names a session that is gone",
                /* configurations= */ 1,
                samples,
                2.25,
                List.of(
                        new Outcome(
                                "closed, (IndexOutOfBounds|NoSuchElement|NullPointer)Exception, .*",
                                /* legal= */ false,
                                "the list has become shorter between its length and its element",
                                0),
                        new Outcome(
                                "closed, not found, a of a",
                                /* legal= */ true,
                                "close, switch",
                                samples - rare - forbidden),
                        new Outcome("closed, switched, a of a", /* legal= */ true, "switch, close", rare),
                        new Outcome(
                                "closed, switched, b of a",
                                /* legal= */ false,
                                "the active id names a session that is gone",
                                forbidden)),
                replay(name, subject));
    }

    private static String replay(String name, String subject) {
        return "java -jar stress/target/jcstress.jar -t " + name + "$ -jvmArgs -Dgauntlet.strategy=" + subject;
    }
}
