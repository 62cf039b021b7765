package org.espalier.bench;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.model.Network;
import org.nd4j.linalg.learning.config.NoOp;

/** A case compiled on a lease. */
final class Timed {
    private final Case what;
    private final Program program;

    Timed(Case what, Lease lease) {
        this.what = what;
        Network network = Network.of(what.output(), what.loss().orElse(null));
        Parameters parameters = lease.parameters(network.initialValues());
        this.program = what.loss().isEmpty()
                ? lease.compile(ProgramRequest.inference(network, parameters))
                : lease.compileTraining(ProgramRequest.training(network, parameters, what.updater().orElseGet(NoOp::new), 0));
    }

    /** Does what is timed, once. */
    double call() {
        what.inputs().forEach(program::feed);
        if (program instanceof TrainingProgram training) {
            return what.updater().isPresent() ? training.step() : training.gradients();
        }
        program.run();
        return 0;
    }
}
