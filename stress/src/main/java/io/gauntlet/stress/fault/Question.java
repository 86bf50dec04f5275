package io.gauntlet.stress.fault;

/** What is asked of a subject under a fault, in the order in which it is: the first that is answered with no ends the run. */
enum Question {
    /** Does each call come back, while the fault lasts and afterwards? */
    PROGRESS("no progress"),
    /** Is each answer the one that what was acknowledged to its caller demands? */
    ANSWERS("a wrong answer"),
    /** Is all there at the end that was acknowledged to any caller, and do the invariants hold? */
    END("a wrong end"),
    /** Does a new caller get an answer to each kind of question? */
    FRESH_CALLERS("a fresh caller was refused"),
    /** Is there an order that explains the answers of a window? */
    ORDER("no order");

    private final String text;

    Question(String text) {
        this.text = text;
    }

    /** Returns what is wrong where the answer is no, as the beginning of a reason. */
    String text() {
        return text;
    }
}
