package org.espalier.compute.internal.kernel;

import java.util.List;

import org.nd4j.linalg.api.ops.impl.reduce.custom.LogSumExp;

/** log sum e^x over any dimensions, without overflow. */
final class LogSum {
    private LogSum() {
    }

    static List<Elements> steps(Operation op) {
        LogSumExp sum = (LogSumExp) op.op();
        Steps steps = new Steps(op, sum.args().length > 1 ? op.arrays().get(1).toIntVector() : Compositions.dimensions(op));
        Steps.Value x = steps.input(0);
        Steps.Value largest = steps.largest(x);
        Steps.Value logSum = steps.sum(in -> in.get(0).minus(in.get(1)).exp(), Math::log, x, largest);
        steps.resultOfReduced(0, in -> in.get(0).plus(in.get(1)), largest, logSum);
        return steps.all();
    }
}
