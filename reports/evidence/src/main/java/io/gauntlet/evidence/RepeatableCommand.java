package io.gauntlet.evidence;

import java.util.Map;
import java.util.Properties;

/** The command that a person would type to repeat what this JVM does. */
final class RepeatableCommand {

    private RepeatableCommand() {}

    /**
     * Looks in this order: the system property {@code gauntlet.command}, for a tool that knows better; the arguments that the
     * {@code mvn} script hands to its children; this JVM's own main class and arguments.
     */
    static String find(Map<String, String> environment, Properties properties) {
        String told = properties.getProperty("gauntlet.command", "").strip();
        if (!told.isEmpty()) {
            return told;
        }
        String maven = environment.get("MAVEN_CMD_LINE_ARGS");
        if (maven != null) {
            return ("mvn " + maven.strip()).strip();
        }
        return ("java " + properties.getProperty("sun.java.command", "")).strip();
    }
}
