package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Lease;
import org.espalier.api.model.Mode;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class WeightsTest {

    @Test
    void matricesAreUniformWithinGlorotsBound() throws Exception {
        double bound = Math.sqrt(6.0 / (300 + 100));
        INDArray matrix = onDevice(() -> new Weights(SameDiff.create(), new TestRandomSource(1), DataType.DOUBLE).matrix("W", 300, 100).getArr());
        double[] values = matrix.dup('c').data().asDouble();
        double greatest = 0;
        double squares = 0;
        double sum = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
            sum += value;
            squares += value * value;
        }
        assertTrue(greatest < bound && greatest > 0.999 * bound, greatest + " of " + bound);
        assertEquals(0, sum / values.length, 0.01 * bound);
        assertEquals(bound * bound / 3, squares / values.length, 0.01 * bound * bound);
    }

    /** Theta [K, 1] and the perceptron's matrices are drawn like all others; biases start at zero. */
    @Test
    void everyParameterOfAModelStartsSo() throws Exception {
        for (GndModel.Kind kind : GndModel.Kind.values()) {
            GndModel model = new GndModel(new GndModel.Parameters(kind, Optional.of(4), 3, 5, 3, 2, 0.5, 0, false), new TestRandomSource(1));
            Map<String, INDArray> values = onDevice(() -> model.network(Rings.data(), Mode.TRAINING).initialValues());
            values.forEach(WeightsTest::check);
        }
    }

    private static void check(String name, INDArray value) {
        double greatest = value.amaxNumber().doubleValue();
        if (value.rank() == 1) {
            assertEquals(0, greatest, name);
        } else {
            double bound = Math.sqrt(6.0 / (value.size(0) + value.size(1)));
            assertTrue(greatest > 0 && greatest <= bound * (1 + 1e-6), name + ": " + greatest + " of " + bound);
        }
    }

    private interface Work<T> {
        T get() throws Exception;
    }

    private static <T> T onDevice(Work<T> work) throws Exception {
        try (Lease lease = Computes.lease("weights")) {
            return lease.call(work::get);
        }
    }
}
