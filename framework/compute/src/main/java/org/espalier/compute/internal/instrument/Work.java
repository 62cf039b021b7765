package org.espalier.compute.internal.instrument;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Site;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a kernel does, for people.
 *
 * @param op           kind of op
 * @param variable     what it computes
 * @param inputs       what it reads
 * @param outputs      what it writes
 * @param multiplyAdds multiply-adds if it is made of matrix products, otherwise 0
 */
public record Work(String op, String variable, List<INDArray> inputs, List<INDArray> outputs, long multiplyAdds) {

    /** That of a single op. */
    public static Work of(Site site) {
        return new Work(site.op().opName(), site.name(), site.inputs(), site.outputs().stream().filter(Objects::nonNull).toList(), MultiplyAdds.of(site));
    }

    long bytes() {
        return Stream.concat(inputs.stream(), outputs.stream()).mapToLong(array -> array.length() * array.dataType().width()).sum();
    }
}
