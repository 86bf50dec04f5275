package io.gauntlet.stress.again;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command {@code .ci/again}: {@link Arguments#HELP} says what it does. */
final class AgainMain {

    private static final int SECONDS_FOR_THE_TABLE = 20;

    private AgainMain() {}

    /** Runs in the root of the checkout; {@code again.commit} is what the table calls the code. */
    public static void main(String[] words) throws IOException {
        if (List.of(words).contains("--help")) {
            System.out.print(Arguments.HELP);
            return;
        }
        Path root = Path.of("").toAbsolutePath();
        Checkout checkout = Checkout.read(root);
        Arguments arguments;
        try {
            arguments = Arguments.parse(List.of(words), checkout.modules());
        } catch (BadArgument e) {
            System.err.println(e.getMessage());
            System.exit(AgainRun.COULD_NOT_RUN);
            return;
        }
        ChildProcesses children = new ChildProcesses(root);
        CountDownLatch written = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endEarly(children, written)));
        int status = AgainRun.COULD_NOT_RUN;
        try {
            status = new AgainRun(
                            arguments,
                            checkout,
                            root.resolve("target/again"),
                            children,
                            about(List.of(words), arguments),
                            System.out)
                    .run();
        } catch (IOException e) {
            System.err.println("The repetition cannot go on: " + e);
        } finally {
            written.countDown();
        }
        System.exit(status);
    }

    /** Lets the main thread write what it has, once nothing runs any more. */
    private static void endEarly(ChildProcesses children, CountDownLatch written) {
        children.close();
        try {
            if (!written.await(SECONDS_FOR_THE_TABLE, TimeUnit.SECONDS)) {
                System.err.println("The table was not written within " + SECONDS_FOR_THE_TABLE + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String about(List<String> words, Arguments arguments) {
        return "`.ci/again " + String.join(" ", words) + "` at commit " + System.getProperty("again.commit", "unknown")
                + ", " + LocalDate.now() + "; seeds " + arguments.seed() + " to "
                + (arguments.seed() + arguments.times() - 1) + "; tests on JDK "
                + (arguments.jdk() == 25 ? "25 (toolchain)" : Runtime.version()) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version");
    }
}
