package io.gauntlet.stress.museum;

import static io.gauntlet.evidence.Checker.CONTRACT;
import static io.gauntlet.evidence.Checker.DIFFERENTIAL;
import static io.gauntlet.evidence.Checker.FAULTS;
import static io.gauntlet.evidence.Checker.HISTORY_PLATFORM;
import static io.gauntlet.evidence.Checker.HISTORY_VIRTUAL;
import static io.gauntlet.evidence.Checker.JCSTRESS;
import static io.gauntlet.evidence.Checker.LINCHECK_HAZARDS;
import static io.gauntlet.evidence.Checker.LINCHECK_RANDOM;
import static io.gauntlet.evidence.Checker.LINCHECK_STRESS;
import static io.gauntlet.evidence.Checker.SOAK_PLATFORM;
import static io.gauntlet.evidence.Checker.SOAK_VIRTUAL;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.HashSessionTable;
import io.gauntlet.coordinator.rules.OptimisticSessionTable;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionTable;
import io.gauntlet.evidence.Checker;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every exhibit: the one list of them. A line here, and every checker is tried on it. */
public final class Museum {

    /** Who may meet with a bug that needs callers to overlap. */
    private static final Set<Checker> LUCK = Set.of(
            SOAK_PLATFORM,
            SOAK_VIRTUAL,
            HISTORY_PLATFORM,
            HISTORY_VIRTUAL,
            FAULTS,
            LINCHECK_HAZARDS,
            LINCHECK_RANDOM,
            LINCHECK_STRESS,
            JCSTRESS);

    /** This project's own story first, then the bugs of others, by the kind of sharing that they got wrong. */
    public static final List<Exhibit> EXHIBITS = List.of(
            new Exhibit(
                    BrokenLockPerField.class.getSimpleName(),
                    "the origin of this project, before its repair",
                    List.of(),
                    "The sessions had one lock and the active id another, each released before the other was taken."
                            + " In between, the active id named a session that was gone.",
                    BrokenLockPerField::new,
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenLockOrder.class.getSimpleName(),
                    "the origin of this project, a first attempt at its repair",
                    List.of(),
                    "Both locks were held where both fields are touched, but not always taken in the same order."
                            + " Two callers with one lock each waited for each other for ever.",
                    BrokenLockOrder::new,
                    Set.of(LINCHECK_HAZARDS, SOAK_PLATFORM, SOAK_VIRTUAL),
                    LUCK),
            new Exhibit(
                    BrokenRepair.class.getSimpleName(),
                    "the origin of this project, after its repair",
                    List.of(),
                    "Closing the last session let go of the lock, created a default session, and took the lock again to"
                            + " make it active without looking again."
                            + " Whoever switched or closed in between was overruled.",
                    BrokenRepair::new,
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenCleanup.class.getSimpleName(),
                    "the origin of this project, its clean-up of idle sessions",
                    List.of(),
                    "The clean-up removed a session without asking whether it was the active one."
                            + " From then on the active id named a session that was gone.",
                    BrokenCleanup::new,
                    Set.of(
                            CONTRACT,
                            DIFFERENTIAL,
                            SOAK_PLATFORM,
                            SOAK_VIRTUAL,
                            HISTORY_PLATFORM,
                            HISTORY_VIRTUAL,
                            LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenSaveUnderLock.class.getSimpleName(),
                    "the origin of this project, its save",
                    List.of(),
                    "A session was written to disk while the lock was held."
                            + " A slow disk stopped every caller, those included who only read.",
                    BrokenSaveUnderLock::new,
                    Set.of(CONTRACT, FAULTS),
                    Set.of()),
            new Exhibit(
                    BrokenSaveOrder.class.getSimpleName(),
                    "the origin of this project, its save moved out of the lock; OpenDJ, issue 916",
                    List.of("https://github.com/OpenIdentityPlatform/OpenDJ/issues/916"),
                    "What was written counted as being as new as the moment of writing, not of copying."
                            + " A change that fell in between was replaced by the older copy, or never written.",
                    BrokenSaveOrder::new,
                    Set.of(JCSTRESS),
                    Set.of()),
            new Exhibit(
                    BrokenOptimisticFields.class.getSimpleName(),
                    "Apache BookKeeper, issues 1606, 4316 and 4684",
                    List.of(
                            "https://github.com/apache/bookkeeper/issues/1606",
                            "https://github.com/apache/bookkeeper/issues/4316",
                            "https://github.com/apache/bookkeeper/issues/4684"),
                    "Several fields of a hash table were read under one optimistic stamp and combined before validation,"
                            + " while a writer replaced them one after the other."
                            + " The index of one version met the array of another, and the exception left before the"
                            + " stamp could be validated.",
                    guardedBy(() -> new BrokenOptimisticFields<>(new PersistentSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenValidate.class.getSimpleName(),
                    "takipi/counters-benchmark, a widely quoted benchmark of StampedLock",
                    List.of(
                            "https://github.com/takipi/counters-benchmark/blob/master/src/main/java/com/takipi/tests/counters/implementations/OptimisticStamped.java"),
                    "The result of validating an optimistic read was counted, and the value returned either way."
                            + " Readers got answers that mixed two states, and the benchmark got its numbers.",
                    guardedBy(() -> new BrokenValidate<>(new OptimisticSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenOptimisticHashMap.class.getSimpleName(),
                    "komamitsu/java-lock-bench, a benchmark of locks around a map",
                    List.of(
                            "https://github.com/komamitsu/java-lock-bench/blob/main/map/src/jmh/java/org/komamitsu/bench/map/WithStampedLockOptimistic.java"),
                    "A HashMap was read under an optimistic stamp, though it must not be read while it changes."
                            + " A reader in the middle of it may throw or walk in a circle before it comes to validate.",
                    guardedBy(() -> new BrokenOptimisticHashMap<>(new HashSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenTwoAtomics.class.getSimpleName(),
                    "OWASP ESAPI, issue 329; HornetQ, pull request 1064",
                    List.of(
                            "https://github.com/ESAPI/esapi-java-legacy/issues/329",
                            "https://github.com/hornetq/hornetq/pull/1064"),
                    "Two fields that belong together were each made atomic, which seemed to make a lock needless."
                            + " A caller between its two steps left them telling different stories.",
                    BrokenTwoAtomics::new,
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenPublicationOrder.class.getSimpleName(),
                    "H2, pull request 4374; OpenTripPlanner, issue 2049",
                    List.of(
                            "https://github.com/h2database/h2database/pull/4374",
                            "https://github.com/opentripplanner/OpenTripPlanner/issues/2049"),
                    "What tells a reader that something is there was published before the thing itself."
                            + " Readers who followed it in between found nothing.",
                    BrokenPublicationOrder::new,
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenPlainRoot.class.getSimpleName(),
                    "Apache Pinot, pull request 7508; Eclipse Platform, pull request 500",
                    List.of(
                            "https://github.com/apache/pinot/pull/7508",
                            "https://github.com/eclipse-platform/eclipse.platform/pull/500"),
                    "A field was written under a lock and read without one, and was not volatile."
                            + " The compiler was free to let a reader look once and never again.",
                    guardedBy(() -> new BrokenPlainRoot<>(new PersistentSessionTable())),
                    Set.of(JCSTRESS),
                    Set.of(HISTORY_PLATFORM, HISTORY_VIRTUAL, FAULTS)),
            new Exhibit(
                    BrokenRetry.class.getSimpleName(),
                    "HdrHistogram, pull request 92",
                    List.of("https://github.com/HdrHistogram/HdrHistogram/pull/92"),
                    "A compare-and-set loop read the field twice, once to decide and once more for what to expect."
                            + " An update that fell between the two reads was overwritten.",
                    guardedBy(() -> new BrokenRetry<>(new PersistentSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenReadLock.class.getSimpleName(),
                    "StarRocks, issue 59436; Hutool, issue 1895; Jodd, issue 786",
                    List.of(
                            "https://github.com/StarRocks/starrocks/issues/59436",
                            "https://github.com/chinabugotech/hutool/issues/1895",
                            "https://github.com/oblac/jodd/issues/786"),
                    "A map that keeps its entries in the order of access was read under a read lock, and each read"
                            + " relinks an entry."
                            + " Many readers at once left the links in a tangle, with no writer near.",
                    guardedBy(() -> new BrokenReadLock<>(new HashSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenCheckThenPut.class.getSimpleName(),
                    "Square Otto, pull request 16; Alibaba Arthas, pull requests 3236 and 3237",
                    List.of(
                            "https://github.com/square/otto/pull/16",
                            "https://github.com/alibaba/arthas/pull/3236",
                            "https://github.com/alibaba/arthas/pull/3237"),
                    "A concurrent map was asked whether it had a key, and told to put it in a second step."
                            + " Two callers both found the key free, and what the first had registered was lost.",
                    BrokenCheckThenPut::new,
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenLocalCopy.class.getSimpleName(),
                    "Spring Framework, issue 31008",
                    List.of("https://github.com/spring-projects/spring-framework/issues/31008"),
                    "A reader kept the array of a hash table in a local variable as a protection from writers, and a"
                            + " writer rebuilt that very array in place."
                            + " The reader was told that a key was absent which was there all the time.",
                    guardedBy(() -> new BrokenLocalCopy<>(new PersistentSessionTable())),
                    Set.of(LINCHECK_HAZARDS),
                    LUCK),
            new Exhibit(
                    BrokenWakeUp.class.getSimpleName(),
                    "Apache IoTDB, pull request 11453",
                    List.of("https://github.com/apache/iotdb/pull/11453"),
                    "The readers of a home-made lock waited for the writer to leave, and once woken did not look again."
                            + " Where another writer was faster, reader and writer were in together.",
                    guardedBy(() -> new BrokenWakeUp<>(new OptimisticSessionTable())),
                    Set.of(HISTORY_PLATFORM, JCSTRESS),
                    LUCK),
            new Exhibit(
                    BrokenUpgrade.class.getSimpleName(),
                    "CorfuDB, issue 1446; Quarkus, issue 35136",
                    List.of(
                            "https://github.com/CorfuDB/CorfuDB/issues/1446",
                            "https://github.com/quarkusio/quarkus/issues/35136"),
                    "A caller that held a read lock went on to the write lock and did not give the read lock back."
                            + " The write lock was never free again, and everybody waited.",
                    guardedBy(() -> new BrokenUpgrade<>(new PersistentSessionTable())),
                    Set.of(LINCHECK_HAZARDS, SOAK_PLATFORM, SOAK_VIRTUAL),
                    LUCK));

    private Museum() {}

    private static Function<CoordinatorConfig, SessionCoordinator> guardedBy(
            Supplier<Guard<? extends SessionTable>> guard) {
        return config -> new GuardedCoordinator<>(config, guard.get());
    }
}
