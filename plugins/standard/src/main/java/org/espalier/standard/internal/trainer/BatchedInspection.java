package org.espalier.standard.internal.trainer;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;

/** Shows all examples of a part to an inspector, in order, a batch at a time; the last batch may be smaller. */
final class BatchedInspection<D> {
    private final Lease lease;
    private final MiniBatchModel<D> model;
    private final D data;
    private final int batch;
    private final Parameters parameters;

    BatchedInspection(Lease lease, MiniBatchModel<D> model, D data, int batch, Parameters parameters) {
        this.lease = lease;
        this.model = model;
        this.data = data;
        this.batch = batch;
        this.parameters = parameters;
    }

    void show(Inspector inspector, Runnable pause) {
        Part part = inspector.part();
        int examples = model.examples(data, part);
        Map<Integer, WatchedProgram> bySize = new HashMap<>();
        try {
            for (int from = 0; from < examples; from += batch) {
                pause.run();
                int[] some = IntStream.range(from, Math.min(from + batch, examples)).toArray();
                WatchedProgram program = bySize.computeIfAbsent(some.length, this::compile);
                inspector.look(some, program.values(model.batch(data, part, some)));
            }
        } finally {
            bySize.values().forEach(WatchedProgram::close);
        }
    }

    private WatchedProgram compile(int size) {
        return new WatchedProgram(lease, model.network(data, Mode.EVALUATION, size), parameters);
    }
}
