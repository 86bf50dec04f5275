package io.gauntlet.benchmarks.compare;

/** A cell could not be measured. */
final class MeasurementException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
