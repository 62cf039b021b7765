package org.espalier.testkit;

import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What trainers expect of a model whose steps see all the data.
 *
 * @param <D> the data kind it takes
 */
public abstract class FullBatchModelContract<D> extends ModelContract<FullBatchModel<D>, D> {

    /** Number of examples that {@link #data()} has in a part. */
    protected abstract int examples(Part part);

    @Override
    final Network network(FullBatchModel<D> model, D data, Mode mode) {
        return model.network(data, mode);
    }

    @Override
    final Map<String, INDArray> inputs(FullBatchModel<D> model, D data, Network network) {
        return network.inputs();
    }

    @Override
    final int examples(FullBatchModel<D> model, D data, Part part) {
        return examples(part);
    }

    @Override
    final Predictions predictions(FullBatchModel<D> model, D data, Part part, Lease lease, Parameters parameters) {
        Network network = model.network(data, Mode.EVALUATION);
        try (Program program = lease.compile(ProgramRequest.inference(network, parameters))) {
            network.inputs().forEach(program::feed);
            program.run();
            return model.predictions(data, part, program.output(network.output().name()));
        }
    }
}
