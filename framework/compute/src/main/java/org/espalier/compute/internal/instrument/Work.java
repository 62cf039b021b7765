package org.espalier.compute.internal.instrument;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Site;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;

/**
 * What a kernel does, for people.
 *
 * @param op           kind of op
 * @param variable     what it computes
 * @param inputs       what it reads
 * @param outputs      what it writes
 * @param multiplyAdds multiply-adds if it is a matrix product, otherwise 0
 */
public record Work(String op, String variable, List<INDArray> inputs, List<INDArray> outputs, long multiplyAdds) {

    /** That of a single op. */
    public static Work of(Site site) {
        return new Work(site.op().opName(), site.name(), site.inputs(), site.outputs().stream().filter(Objects::nonNull).toList(), multiplyAdds(site));
    }

    long bytes() {
        return Stream.concat(inputs.stream(), outputs.stream()).mapToLong(array -> array.length() * array.dataType().width()).sum();
    }

    /** From the sizes of factors and result alone: of [m, k], [k, n] and [m, n], times each other, the root is m k n. */
    private static long multiplyAdds(Site site) {
        DifferentialFunction op = site.op();
        List<INDArray> inputs = site.inputs();
        if (op instanceof Mmul) {
            return multiplyAdds(inputs.get(0), inputs.get(1), site.outputs().get(0));
        }
        return op instanceof MmulBp ? site.outputs().stream().filter(Objects::nonNull).count() * multiplyAdds(inputs.get(0), inputs.get(1), inputs.get(2)) : 0;
    }

    private static long multiplyAdds(INDArray left, INDArray right, INDArray product) {
        long matrices = 1;
        for (int d = 0; d < product.rank() - 2; d++) {
            matrices *= product.size(d);
        }
        return Math.round(Math.sqrt((double) left.length() * right.length() * product.length() / matrices));
    }
}
