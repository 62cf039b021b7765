package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.nd4j.autodiff.samediff.SDVariable;

/** What happens to entries during training: inverted dropout, or nothing. */
interface Dropping {
    /** drop(S) X, dropping stored entries of S. */
    SDVariable product(SparseOperand sparse, SDVariable dense, String stream);

    /** drop(X). */
    SDVariable of(SDVariable input, String stream);

    /** Keeps everything. */
    static Dropping none() {
        return random(0);
    }

    /** Zeroes entries with probability {@code rate} and scales the others by 1 / (1 - rate). */
    static Dropping random(double rate) {
        return new Dropping() {
            @Override
            public SDVariable product(SparseOperand sparse, SDVariable dense, String stream) {
                return SparseMatmul.withDropout(sparse, dense, rate, stream);
            }

            @Override
            public SDVariable of(SDVariable input, String stream) {
                return Dropout.of(input, rate, stream);
            }
        };
    }
}
