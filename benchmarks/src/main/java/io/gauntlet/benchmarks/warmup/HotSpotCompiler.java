package io.gauntlet.benchmarks.warmup;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The compiler of this JVM. Its time comes from the JVM's management interface, its queues from the command that {@code jcmd
 * Compiler.queue} runs, which HotSpot answers without any option; each look takes a safepoint, so it is for pauses alone.
 */
public final class HotSpotCompiler implements JitCompiler {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String QUEUE = "compilerQueue";

    private final CompilationMXBean compilation;
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final @Nullable ObjectName commands;

    private HotSpotCompiler(CompilationMXBean compilation) {
        this.compilation = compilation;
        this.commands = commands();
    }

    /**
     * Returns the compiler of this JVM.
     *
     * @throws IllegalStateException if it has none, or does not say how long that compiles
     */
    public static JitCompiler ofThisJvm() {
        return of(ManagementFactory.getCompilationMXBean());
    }

    static JitCompiler of(@Nullable CompilationMXBean compilation) {
        if (compilation == null) {
            throw new IllegalStateException(
                    "this JVM has no compiler (-Xint?): it never comes to a steady state, so nothing is measured");
        }
        if (!compilation.isCompilationTimeMonitoringSupported()) {
            throw new IllegalStateException("this JVM does not say how long it compiles: when it is in its steady state"
                    + " cannot be told, so nothing is measured");
        }
        return new HotSpotCompiler(compilation);
    }

    private @Nullable ObjectName commands() {
        try {
            ObjectName name = new ObjectName(COMMANDS);
            return server.isRegistered(name) ? name : null;
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long spentMillis() {
        return compilation.getTotalCompilationTime();
    }

    @Override
    public boolean isIdle() {
        if (commands == null) {
            return true;
        }
        try {
            return isEmpty(String.valueOf(server.invoke(commands, QUEUE, null, null)));
        } catch (JMException unknown) {
            return true;
        }
    }

    /** Returns whether the command's answer has titles alone: a line for each method would follow. */
    static boolean isEmpty(String answer) {
        return answer.lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.endsWith(":") || line.equals("Empty"));
    }
}
