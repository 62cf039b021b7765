package org.espalier.bench;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.model.Network;

/** A case compiled on a lease. */
final class Timed {
    /** Not applied: such a case asks for gradients only. */
    private static final Optimizer NONE = Optimizer.of(new UpdateRule.Sgd(), 0);

    private final Case what;
    private final Program program;

    Timed(Case what, Lease lease) {
        this.what = what;
        Network network = Network.of(what.output(), what.loss().orElse(null));
        Parameters parameters = lease.parameters(network.initialValues());
        this.program = what.loss().isEmpty()
                ? lease.compile(ProgramRequest.inference(network, parameters))
                : lease.compileTraining(ProgramRequest.training(network, parameters, what.optimizer().orElse(NONE), 0));
    }

    /** Does what is timed, once. */
    double call() {
        what.inputs().forEach(program::feed);
        if (program instanceof TrainingProgram training) {
            return what.optimizer().isPresent() ? training.step() : training.gradients();
        }
        program.run();
        return 0;
    }
}
