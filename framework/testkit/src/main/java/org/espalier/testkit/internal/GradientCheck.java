package org.espalier.testkit.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.model.Network;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares gradients with central differences of the loss: in float64, to which the graph is converted, or, if an op does not bear that, in float32 with wide steps and
 * tolerances. Parameters are shaken a little first, so that no unit sits exactly on a kink such as ReLU's, where a gradient is a matter of convention.
 */
public final class GradientCheck {
    private static final Logger LOG = LoggerFactory.getLogger(GradientCheck.class);
    private static final int SAMPLES = 6;
    private static final double SHAKE = 0.05;

    private final TrainingProgram program;
    private final Parameters parameters;
    private final Precision precision;
    private final RandomGenerator random = new SplittableRandom(7);

    /**
     * What to check.
     *
     * @param network a training network of its own: the check changes it
     * @param inputs  values of its placeholders
     */
    public record Case(Network network, Map<String, INDArray> inputs) {
        private Case doubled() {
            DoublePrecision.convert(network.graph());
            return new Case(network, doubles(inputs));
        }
    }

    private GradientCheck(TrainingProgram program, Parameters parameters, Precision precision) {
        this.program = program;
        this.parameters = parameters;
        this.precision = precision;
    }

    /**
     * Checks some elements of each parameter.
     *
     * @param cases makes the same case at each call
     * @return a sentence for each element whose gradient is wrong
     */
    public static List<String> of(Lease lease, Supplier<Case> cases) {
        try {
            return check(lease, cases.get().doubled(), Precision.FLOAT64);
        } catch (RuntimeException e) {
            LOG.debug("The graph cannot be computed in float64; its gradients are checked in float32", e);
            return check(lease, cases.get(), Precision.FLOAT32);
        }
    }

    private static List<String> check(Lease lease, Case sample, Precision precision) {
        Network network = sample.network();
        Map<String, INDArray> initial = network.initialValues();
        Parameters parameters = lease.parameters(precision == Precision.FLOAT64 ? doubles(initial) : initial);
        try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(0), 1))) {
            sample.inputs().forEach(program::feed);
            return new GradientCheck(program, parameters, precision).wrong();
        }
    }

    private static Map<String, INDArray> doubles(Map<String, INDArray> values) {
        Map<String, INDArray> converted = new LinkedHashMap<>();
        values.forEach((name, value) -> converted.put(name, value.dataType() == DataType.FLOAT ? value.castTo(DataType.DOUBLE) : value));
        return converted;
    }

    private List<String> wrong() {
        parameters.arrays().values().forEach(this::shake);
        program.gradients();
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        parameters.arrays().keySet().forEach(name -> gradients.put(name, program.gradient(name).dup()));
        List<String> wrong = new ArrayList<>();
        gradients.forEach((name, gradient) -> wrong.addAll(wrong(name, gradient)));
        return wrong;
    }

    private void shake(INDArray values) {
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, values.getDouble(i) + SHAKE * random.nextGaussian());
        }
    }

    private List<String> wrong(String name, INDArray gradient) {
        double scale = gradient.amaxNumber().doubleValue();
        List<String> wrong = new ArrayList<>();
        for (int s = 0; s < Math.min(SAMPLES, gradient.length()); s++) {
            long at = gradient.length() <= SAMPLES ? s : random.nextLong(gradient.length());
            double claimed = gradient.getDouble(at);
            double measured = slope(parameters.arrays().get(name), at);
            if (!precision.agrees(claimed, measured, scale)) {
                wrong.add("'" + name + "' element " + at + ": gradient " + claimed + ", difference quotient " + measured);
            }
        }
        return wrong;
    }

    private double slope(INDArray values, long at) {
        double value = values.getDouble(at);
        values.putScalar(at, value + precision.step());
        double above = program.gradients();
        values.putScalar(at, value - precision.step());
        double below = program.gradients();
        values.putScalar(at, value);
        return (above - below) / (2 * precision.step());
    }
}
