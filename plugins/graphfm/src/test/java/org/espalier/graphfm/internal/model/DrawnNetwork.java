package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What a model says of a few rows in double precision, its parameters drawn by their names: the same name and shape has the same values in every model.
 *
 * @param logits of the rows
 * @param loss   of the rows, all of which are labelled 1
 * @param values parameters, row by row
 */
record DrawnNetwork(double[] logits, double loss, Map<String, double[]> values) {
    static final int ROWS = 3;
    static final int FIELDS = 4;
    private static final int OF_A_FIELD = 2;

    static DrawnNetwork of(FieldModel model) throws Exception {
        try (Lease lease = Computes.lease("drawn")) {
            return lease.call(() -> run(model, lease));
        }
    }

    private static DrawnNetwork run(FieldModel model, Lease lease) {
        Weights weights = new Weights(SameDiff.create(), new TestRandomSource(1), DataType.DOUBLE);
        Network network = model.network(new FieldInputs(weights, ROWS, FIELDS * OF_A_FIELD, new ArrayList<>(Collections.nCopies(FIELDS, 1))), Mode.TRAINING, weights);
        Map<String, INDArray> drawn = new LinkedHashMap<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        network.initialValues().forEach((name, initial) -> {
            double[] numbers = new Random(name.hashCode()).doubles(initial.length(), -0.9, 0.9).toArray();
            values.put(name, numbers);
            drawn.put(name, Nd4j.createFromArray(numbers).reshape(initial.shape()));
        });
        Parameters parameters = lease.parameters(drawn);
        TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(1), 0));
        feed(program);
        double loss = program.gradients();
        return new DrawnNetwork(GoldenCase.values(program.output(network.output().name())), loss, values);
    }

    private static void feed(TrainingProgram program) {
        int[] index = new int[ROWS * FIELDS];
        double[] weight = new double[index.length];
        for (int place = 0; place < index.length; place++) {
            index[place] = index(place / FIELDS, place % FIELDS);
            weight[place] = weight(place / FIELDS, place % FIELDS);
        }
        program.feed(FieldInputs.INDEX, Nd4j.createFromArray(index).reshape(ROWS, FIELDS));
        program.feed(FieldInputs.WEIGHT, Nd4j.createFromArray(weight).reshape(ROWS, FIELDS));
        program.feed(FieldModel.LABEL, Nd4j.ones(DataType.DOUBLE, ROWS, 1));
    }

    private static int index(int row, int field) {
        return OF_A_FIELD * field + (row + field) % OF_A_FIELD;
    }

    /** One field of the last row is missing. */
    private static double weight(int row, int field) {
        return row == ROWS - 1 && field == 1 ? 0 : 1 + 0.25 * row - 0.5 * field;
    }

    /** The fields of a row by a table: [M][width]. */
    double[][] embedded(String table, int row, int width) {
        double[][] fields = new double[FIELDS][width];
        for (int field = 0; field < FIELDS; field++) {
            for (int d = 0; d < width; d++) {
                fields[field][d] = weight(row, field) * values.get(table)[index(row, field) * width + d];
            }
        }
        return fields;
    }

    /** The part linear in the fields. */
    double linear(int row) {
        double sum = values.get("lin.b")[0];
        for (double[] weight : embedded("lin.emb", row, 1)) {
            sum += weight[0];
        }
        return sum;
    }

    /** The fields of a row side by side. */
    double[] flat(int row, int width) {
        return List.of(embedded("emb", row, width)).stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    /** x w + b by the definition. */
    double[] dense(double[] x, String name) {
        double[] sum = values.get(name + ".b").clone();
        for (int i = 0; i < x.length; i++) {
            for (int out = 0; out < sum.length; out++) {
                sum[out] += x[i] * values.get(name + ".w")[i * sum.length + out];
            }
        }
        return sum;
    }
}
