package org.espalier.compute.internal.instrument;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.espalier.api.compute.Diagnostic;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The diagnostics that a lease asked for. */
public final class Instruments {
    /** Looks at nothing. */
    public static final Instruments NONE = new Instruments(Set.of());

    private final Optional<Profiler> profiler;
    private final Optional<NanGuard> guard;

    public Instruments(Set<Diagnostic> asked) {
        profiler = asked.contains(Diagnostic.PROFILE) ? Optional.of(new Profiler()) : Optional.empty();
        guard = asked.contains(Diagnostic.NAN_GUARD) ? Optional.of(new NanGuard()) : Optional.empty();
    }

    /** A kernel, looked at if that was asked for. */
    public Kernel fit(Work work, Kernel kernel) {
        Kernel guarded = guard.map(g -> g.guarded(work, kernel)).orElse(kernel);
        return profiler.map(p -> p.timed(work, guarded)).orElse(guarded);
    }

    /** A kernel of several ops, looked at if that was asked for. */
    public Kernel fit(String name, long bytes, Kernel kernel, Supplier<Probe> probe) {
        return fit(name, bytes, guard.map(g -> g.guarded(probe.get(), kernel)).orElse(kernel));
    }

    /** Work that is no op of a graph, looked at if that was asked for. */
    public Kernel fit(String name, long bytes, Kernel kernel) {
        return profiler.map(p -> p.timed(name, bytes, 0, kernel)).orElse(kernel);
    }

    /**
     * Called after a run.
     *
     * @param results what should be finite
     * @param tables  gradients that should be
     * @param again   does the run once more
     */
    public void checkFinite(Collection<INDArray> results, Collection<RowGradient> tables, Runnable again) {
        guard.ifPresent(g -> g.check(results, tables, again));
    }

    /** Where the time goes, if that was asked for. */
    public Optional<Profiler> profiler() {
        return profiler;
    }
}
