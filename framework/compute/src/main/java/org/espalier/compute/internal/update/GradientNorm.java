package org.espalier.compute.internal.update;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Euclidean norm of all gradients taken together, summed in double precision and in the order of the elements. */
final class GradientNorm {
    private static final int PIECE = 2048;

    private final Map<Elements, Integer> vectors = new LinkedHashMap<>();
    private final List<RowGradient> tables;
    private final double[] piece = new double[PIECE];

    GradientNorm(Collection<INDArray> gradients, List<RowGradient> tables) {
        this.tables = tables;
        gradients.forEach(gradient -> vectors.put(Elements.of(gradient), Math.toIntExact(gradient.length())));
    }

    /** What to multiply the gradients by so that their norm is {@code greatest} at most. */
    double scale(double greatest) {
        double norm = Math.sqrt(vectors.entrySet().stream().mapToDouble(vector -> squares(vector.getKey(), vector.getValue())).sum()
                + tables.stream().mapToDouble(GradientNorm::squares).sum());
        return norm > greatest ? greatest / norm : 1;
    }

    private static double squares(RowGradient table) {
        double sum = 0;
        for (int i = 0; i < table.count() * table.width(); i++) {
            sum += (double) table.values()[i] * table.values()[i];
        }
        return sum;
    }

    private double squares(Elements vector, int length) {
        double sum = 0;
        for (int from = 0; from < length; from += PIECE) {
            int count = Math.min(PIECE, length - from);
            vector.read(from, count, piece);
            for (int i = 0; i < count; i++) {
                sum += piece[i] * piece[i];
            }
        }
        return sum;
    }
}
