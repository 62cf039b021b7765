package org.espalier.api.compute;

/** What a lease looks at while its programs run. None of it costs anything unless it is asked for. */
public enum Diagnostic {
    /** Where the time goes, by kind of op: see {@link Lease#profile()}. Some 50 ns for each op. */
    PROFILE,
    /**
     * Every run's outputs, loss and gradients are looked through for NaN and infinite numbers. If there are any, the run is done once more, op by op,
     * and ends with a {@link org.espalier.api.error.DivergedException} that names the first op that made one.
     */
    NAN_GUARD
}
