package io.gauntlet.benchmarks.fork;

/** A cell could not be measured. */
public final class MeasurementException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MeasurementException(String message) {
        super(message);
    }

    public MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
