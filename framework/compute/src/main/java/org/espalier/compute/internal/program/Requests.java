package org.espalier.compute.internal.program;

import java.util.List;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.nd4j.autodiff.samediff.SDVariable;

/** Checks of what a program was asked for. */
final class Requests {
    private Requests() {
    }

    static List<String> outputs(ProgramRequest request) {
        request.outputs().forEach(output -> requireVariable(request, output));
        return request.outputs();
    }

    static String loss(ProgramRequest request) {
        String loss = request.loss().orElseThrow(() -> new IllegalArgumentException("A training program needs a loss"));
        requireVariable(request, loss);
        SDVariable variable = request.graph().getVariable(loss);
        if (!variable.dataType().isFPType()) {
            throw new IllegalArgumentException("The loss '" + loss + "' must be of a floating-point type, not " + variable.dataType());
        }
        return loss;
    }

    static Optimizer optimizer(ProgramRequest request) {
        return request.optimizer().orElseThrow(() -> new IllegalArgumentException("A training program needs an optimizer"));
    }

    private static void requireVariable(ProgramRequest request, String variable) {
        if (!request.graph().hasVariable(variable)) {
            throw new IllegalArgumentException("The graph has no variable '" + variable + "'");
        }
    }
}
