package io.gauntlet.stress.watch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom at one instant, as text for people. Of platform threads the JVM knows what each waits for and who owns
 * that; of virtual threads only where each stands.
 */
final class WaitGraph {

    private static final int FRAMES = 12;
    private static final String INDENT = "    ";

    private final List<Thread> threads;
    /** By thread id; without virtual threads, of which the JVM says nothing. */
    private final Map<Long, ThreadInfo> infos;

    private final List<ThreadInfo> cycle;

    private WaitGraph(List<Thread> threads, Map<Long, ThreadInfo> infos) {
        this.threads = threads;
        this.infos = infos;
        this.cycle = infos.values().stream()
                .map(this::cycleFrom)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static WaitGraph of(List<Thread> threads) {
        ThreadInfo[] answer = ManagementFactory.getThreadMXBean()
                .getThreadInfo(
                        threads.stream().mapToLong(Thread::getId).toArray(),
                        /* lockedMonitors= */ true,
                        /* lockedSynchronizers= */ true);
        Map<Long, ThreadInfo> infos = new LinkedHashMap<>();
        Arrays.stream(answer).filter(Objects::nonNull).forEach(info -> infos.put(info.getThreadId(), info));
        return new WaitGraph(List.copyOf(threads), infos);
    }

    private List<ThreadInfo> cycleFrom(ThreadInfo start) {
        List<ThreadInfo> path = new ArrayList<>();
        ThreadInfo next = start;
        while (next != null && !path.contains(next)) {
            path.add(next);
            next = infos.get(next.getLockOwnerId());
        }
        boolean closed = next != null && next.getThreadId() == start.getThreadId();
        return closed ? path : List.of();
    }

    /** Returns the names of threads of which each waits for the next and the last for the first. */
    Optional<String> cycle() {
        return cycle.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.concat(cycle.stream(), Stream.of(cycle.get(0)))
                        .map(ThreadInfo::getThreadName)
                        .collect(joining(" waits for ")));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!cycle.isEmpty()) {
            text.append(cycle.size()).append(" threads wait for each other:\n");
            cycle.forEach(info -> text.append(inFull(info)).append('\n'));
        }
        List<Thread> others = threads.stream()
                .filter(Thread::isAlive)
                .filter(thread -> cycle.stream().noneMatch(info -> info.getThreadId() == thread.getId()))
                .toList();
        text.append(others.size()).append(" more threads:\n");
        // Alike ones together, so that 128 callers fit on a screen.
        others.stream()
                .collect(groupingBy(this::inBrief, TreeMap::new, counting()))
                .forEach((brief, count) ->
                        text.append(count).append(" x ").append(brief).append('\n'));
        return text.toString();
    }

    private static String inFull(ThreadInfo info) {
        String held = Stream.<LockInfo>concat(
                        Arrays.stream(info.getLockedMonitors()), Arrays.stream(info.getLockedSynchronizers()))
                .map(LockInfo::toString)
                .distinct()
                .collect(joining(", "));
        return info.getThreadName() + " waits for " + awaited(info) + " and holds "
                + (held.isEmpty() ? "nothing" : held) + "\n" + frames(info.getStackTrace(), FRAMES);
    }

    private static String awaited(ThreadInfo info) {
        LockInfo lock = info.getLockInfo();
        if (lock == null) {
            return "nothing";
        }
        String owner = info.getLockOwnerName();
        return lock + (owner == null ? ", whose owner the JVM does not know" : ", owned by " + owner);
    }

    private String inBrief(Thread thread) {
        @Nullable ThreadInfo info = infos.get(thread.getId());
        String state =
                info == null ? thread.getState().toString() : info.getThreadState() + ", waits for " + awaited(info);
        return state + "\n" + frames(info == null ? thread.getStackTrace() : info.getStackTrace(), FRAMES);
    }

    private static String frames(StackTraceElement[] stack, int most) {
        return Arrays.stream(stack)
                .limit(most)
                .map(frame -> INDENT + "at " + frame)
                .collect(joining("\n"));
    }
}
