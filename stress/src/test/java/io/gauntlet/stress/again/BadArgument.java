package io.gauntlet.stress.again;

/** Says which argument is wrong, and what is allowed. */
final class BadArgument extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    BadArgument(String option, String value, String allowed) {
        this(option + " is '" + value + "': allowed are " + allowed + ".");
    }

    BadArgument(String message) {
        super(message);
    }
}
