package org.espalier.standard.internal.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramCache;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Predictions for all examples of a part, a batch at a time. A smaller last batch gets a program of its own size. */
final class BatchedPredictions<D> {
    /** Full batches and the rests of all parts. */
    private static final int PROGRAMS = 4;

    private final Lease lease;
    private final MiniBatchModel<D> model;
    private final D data;
    private final int batch;
    private final Parameters parameters;
    private final ProgramCache<Integer, Evaluation> bySize = new ProgramCache<>(PROGRAMS, this::compile, Evaluation::close);

    private record Evaluation(Program program, Network network) {
        INDArray output(Map<String, INDArray> batch) {
            network.graph().placeHolders().stream().map(SDVariable::name).filter(batch::containsKey).forEach(name -> program.feed(name, batch.get(name)));
            program.run();
            return program.output(network.output().name());
        }

        void close() {
            program.close();
        }
    }

    BatchedPredictions(Lease lease, MiniBatchModel<D> model, D data, int batch, Parameters parameters) {
        this.lease = lease;
        this.model = model;
        this.data = data;
        this.batch = batch;
        this.parameters = parameters;
    }

    Predictions of(Part part, Runnable pause) {
        int examples = model.examples(data, part);
        if (examples == 0) {
            return JoinedPredictions.none(batch(Part.TRAIN, new int[] {0}));
        }
        List<Predictions> pieces = new ArrayList<>();
        for (int from = 0; from < examples; from += batch) {
            pause.run();
            pieces.add(batch(part, IntStream.range(from, Math.min(from + batch, examples)).toArray()));
        }
        return JoinedPredictions.of(pieces);
    }

    private Predictions batch(Part part, int[] examples) {
        Evaluation evaluation = bySize.get(examples.length);
        return model.predictions(data, part, examples, evaluation.output(model.batch(data, part, examples)));
    }

    private Evaluation compile(int size) {
        Network network = model.network(data, Mode.EVALUATION, size);
        Program program = lease.compile(ProgramRequest.inference(network, parameters));
        network.inputs().forEach(program::feed);
        return new Evaluation(program, network);
    }
}
