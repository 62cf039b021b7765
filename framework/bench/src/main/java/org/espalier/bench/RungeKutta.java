package org.espalier.bench;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;

/** The classical method of fourth order, for dy/dt = tanh(y W1 + b1) W2 + b2. */
final class RungeKutta {
    private RungeKutta() {
    }

    /** @param field W1, b1, W2, b2 */
    static SDVariable step(SDVariable y, List<SDVariable> field, double size) {
        SDVariable k1 = slope(y, field);
        SDVariable k2 = slope(y.add(k1.mul(size / 2)), field);
        SDVariable k3 = slope(y.add(k2.mul(size / 2)), field);
        SDVariable k4 = slope(y.add(k3.mul(size)), field);
        return y.add(k1.add(k2.mul(2)).add(k3.mul(2)).add(k4).mul(size / 6));
    }

    private static SDVariable slope(SDVariable y, List<SDVariable> field) {
        return y.getSameDiff().math.tanh(y.mmul(field.get(0)).add(field.get(1))).mmul(field.get(2)).add(field.get(3));
    }
}
