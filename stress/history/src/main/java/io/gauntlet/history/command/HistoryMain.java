package io.gauntlet.history.command;

import io.gauntlet.history.History;
import io.gauntlet.history.file.HistoryFiles;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line that judges recorded histories again, or prints them.
 *
 * <p>It exits 0 if every window is linearizable, 1 if one is not, 3 if one is undecided and none is worse, 2 if a file cannot
 * be read or an option says something that is not allowed (whatever else was found), 4 if the judge itself broke.
 *
 * <pre>
 *   java -cp ... io.gauntlet.history.command.HistoryMain judge window.history
 * </pre>
 */
@Command(
        name = "HistoryMain",
        mixinStandardHelpOptions = true,
        description = "Judges recorded histories, or prints them.")
public final class HistoryMain {

    static final int LINEARIZABLE = 0;
    static final int NOT_LINEARIZABLE = 1;
    static final int BAD_INPUT = 2;
    static final int UNDECIDED = 3;
    static final int BROKEN = 4;

    private static final int MOST_SECONDS = 86_400;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new HistoryMain());
        commandLine.setExecutionExceptionHandler((broken, command, parsed) -> {
            broken.printStackTrace(command.getErr());
            return BROKEN;
        });
        return commandLine;
    }

    /** What is done with each file; returns an exit code. */
    private interface Use {
        int of(Path file, List<History> windows, PrintWriter out);
    }

    @Command(name = "judge", description = "Tells of each window whether an order explains it, and if not, why not.")
    int judge(
            @Option(names = "--seconds", defaultValue = "10", description = "for one window, 1 to 86400 (default: 10)")
                    int seconds,
            @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new ParameterException(
                    spec().getSubcommands().get("judge"),
                    "--seconds '" + seconds + "' is not valid: allowed are whole numbers from 1 to " + MOST_SECONDS);
        }
        Judge judge = new Judge(JudgeLimits.defaults().withMaxTime(Duration.ofSeconds(seconds)));
        return each(files, (file, windows, out) -> judge(judge, file, windows, out));
    }

    private static int judge(Judge judge, Path file, List<History> windows, PrintWriter out) {
        int worst = LINEARIZABLE;
        for (int number = 0; number < windows.size(); number++) {
            History window = windows.get(number);
            Verdict verdict = judge.judge(window);
            out.print(file + " window " + number + ": " + HistoryText.of(window, verdict));
            worst = worse(worst, exitCode(verdict));
        }
        return worst;
    }

    private static int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Linearizable) {
            return LINEARIZABLE;
        }
        return verdict instanceof Verdict.NotLinearizable ? NOT_LINEARIZABLE : UNDECIDED;
    }

    @Command(name = "print", description = "Prints every call of every window.")
    int print(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
        return each(files, (file, windows, out) -> {
            for (int number = 0; number < windows.size(); number++) {
                out.print(file + " window " + number + ": " + HistoryText.of(windows.get(number)));
            }
            return LINEARIZABLE;
        });
    }

    private int each(List<Path> files, Use use) {
        PrintWriter out = spec().getOut();
        PrintWriter err = spec().getErr();
        int worst = LINEARIZABLE;
        for (Path file : files) {
            try {
                List<History> windows = HistoryFiles.read(file);
                out.println(file + ": " + windows.size() + " windows");
                worst = worse(worst, use.of(file, windows, out));
            } catch (NoSuchFileException e) {
                err.println("there is no file " + file);
                worst = BAD_INPUT;
            } catch (IOException e) {
                err.println(e.getMessage());
                worst = BAD_INPUT;
            }
        }
        out.flush();
        err.flush();
        return worst;
    }

    /** What could not be read is worst, then what is wrong, then what is open. */
    private static int worse(int one, int other) {
        List<Integer> best = List.of(LINEARIZABLE, UNDECIDED, NOT_LINEARIZABLE, BAD_INPUT);
        return best.indexOf(one) >= best.indexOf(other) ? one : other;
    }

    private CommandLine spec() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
