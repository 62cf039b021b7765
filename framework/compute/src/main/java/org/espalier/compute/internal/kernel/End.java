package org.espalier.compute.internal.kernel;

import java.util.function.DoubleUnaryOperator;

/** What becomes of a sum, by value: where an op and its gradient fold the same, one fold does for both. */
interface End extends DoubleUnaryOperator {

    /** sum / count. */
    record Share(double count) implements End {
        @Override
        public double applyAsDouble(double sum) {
            return sum / count;
        }
    }

    /** 1 / root of (sum / count), 0 for 0. */
    record InverseRoot(double count) implements End {
        @Override
        public double applyAsDouble(double sum) {
            return sum == 0 ? 0 : 1 / Math.sqrt(sum / count);
        }
    }
}
