package org.espalier.compute.internal.kernel.attention;

import java.util.List;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;

/**
 * The gradients by scores and logits, a sample at a time: with weights w of gradient g, that by p a is w (g - the sum over the row of w g). One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class GradientSample<A> {
    private final NeighbourShape shape;
    private final Vectors<A> vectors;
    private final RowFolds<A> folds;
    private final List<Memory<A>> inputs;
    private final List<Memory<A>> outputs;
    private final A kept;
    private final A byKept;
    private final A logits;
    private final A weights;
    private final A gradient;
    private final A ofRows;

    GradientSample(NeighbourShape shape, Site site, Vectors<A> vectors) {
        this.shape = shape;
        this.vectors = vectors;
        this.folds = new RowFolds<>(vectors);
        this.inputs = site.inputs().stream().map(vectors::memory).toList();
        this.outputs = site.outputs().stream().map(vectors::memory).toList();
        this.kept = vectors.array(shape.length());
        this.byKept = vectors.array(shape.length());
        this.logits = vectors.array(shape.length());
        this.weights = vectors.array(shape.length());
        this.gradient = vectors.array(shape.length());
        this.ofRows = vectors.array(shape.length());
    }

    void work(int sample) {
        int length = shape.length();
        inputs.get(0).read(sample * length, kept, 0, length);
        inputs.get(3).read(sample * length, byKept, 0, length);
        for (int head = 0; head < shape.heads(); head++) {
            int place = shape.place(sample, head);
            inputs.get(1).read(place, logits, 0, length);
            inputs.get(2).read(place, weights, 0, length);
            inputs.get(4).read(place, gradient, 0, length);
            throughSoftmax();
            vectors.multiply(gradient, logits, logits, length);
            vectors.add(byKept, logits, byKept, length);
            vectors.multiply(gradient, kept, gradient, length);
            outputs.get(1).write(place, gradient, 0, length);
        }
        vectors.positive(kept, kept, length);
        vectors.multiply(byKept, kept, byKept, length);
        outputs.get(0).write(sample * length, byKept, 0, length);
    }

    private void throughSoftmax() {
        vectors.multiply(weights, gradient, ofRows, shape.length());
        for (int start = 0; start < shape.length(); start += shape.columns()) {
            vectors.fill(ofRows, start, start + shape.columns(), folds.sum(ofRows, start, start + shape.columns()));
        }
        vectors.subtract(gradient, ofRows, gradient, shape.length());
        vectors.multiply(gradient, weights, gradient, shape.length());
    }
}
