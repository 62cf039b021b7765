package org.espalier.compute.internal.instrument;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

import org.espalier.api.error.DivergedException;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks for the op that first makes a number that is not finite: only when a run's results have one, by doing the run again. */
final class NanGuard {
    private boolean searching;

    Kernel guarded(Work work, Kernel kernel) {
        return iteration -> {
            kernel.run(iteration);
            if (searching) {
                search(work, iteration);
            }
        };
    }

    /** The probe comes first: the kernel may write to what it reads. */
    Kernel guarded(Probe probe, Kernel kernel) {
        return iteration -> {
            if (searching) {
                probe.run(iteration, work -> search(work, iteration));
            }
            kernel.run(iteration);
        };
    }

    void check(Collection<INDArray> results, Collection<RowGradient> tables, Runnable again) {
        if (searching || results.stream().allMatch(result -> Finite.firstOther(result) < 0) && tables.stream().allMatch(RowGradient::isFinite)) {
            return;
        }
        searching = true;
        try {
            again.run();
        } finally {
            searching = false;
        }
        throw new DivergedException("A result is NaN or infinite although that of every op is finite: a parameter or an input that goes straight into a result is not");
    }

    private static void search(Work work, long iteration) {
        for (INDArray output : work.outputs()) {
            long place = Finite.firstOther(output);
            if (place >= 0) {
                throw new DivergedException("Op '" + work.op() + "' of variable '" + work.variable() + "' made " + Finite.value(output, place) + ", the first number that is not finite, at element "
                        + place + " of " + Arrays.toString(output.shape()) + " in iteration " + iteration + ". " + inputs(work)
                        + " Try: a smaller learning-rate, a clip-norm, looking for extreme or missing values in the data, or an epsilon where a logarithm, root or quotient is taken.");
            }
        }
    }

    private static String inputs(Work work) {
        boolean finite = work.inputs().stream().allMatch(input -> Finite.firstOther(input) < 0);
        Stream<String> shapes = work.inputs().stream().map(input -> Arrays.toString(input.shape()) + " " + Finite.range(input));
        return (finite ? "Its inputs are finite: " : "It got such a number from a parameter or an input of the graph: ") + String.join(", ", shapes.toList()) + ".";
    }
}
