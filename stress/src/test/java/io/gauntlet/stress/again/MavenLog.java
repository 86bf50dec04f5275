package io.gauntlet.stress.again;

import java.util.List;
import java.util.Optional;

/** Looks in Maven's log for the reason why it failed. Only words hang on it: that it failed, its exit status says. */
final class MavenLog {

    private static final String ERROR = "[ERROR] ";
    private static final String FAILED_GOAL = ERROR + "Failed to execute goal";
    private static final String CRASHED = ERROR + "Crashed tests:";

    private MavenLog() {}

    /** Returns the test that ended its JVM, or else the first goal that failed, or else the last line. */
    static String reason(List<String> log) {
        int crashed = log.indexOf(CRASHED);
        if (crashed >= 0 && crashed + 1 < log.size()) {
            return "the JVM died in " + withoutLevel(log.get(crashed + 1));
        }
        Optional<String> goal =
                log.stream().filter(line -> line.startsWith(FAILED_GOAL)).findFirst();
        Optional<String> last = log.stream().filter(line -> !line.isBlank()).reduce((before, after) -> after);
        return goal.or(() -> last).map(MavenLog::withoutLevel).orElse("its log is empty");
    }

    private static String withoutLevel(String line) {
        return line.startsWith(ERROR) ? line.substring(ERROR.length()) : line;
    }
}
