package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Element-wise ops and reductions that take one pass, and chains of them. */
final class ElementwiseKernels implements KernelFactory {
    private final Team team;
    private final Numbers<float[]> floats;
    private final Numbers<double[]> doubles;
    private final long randomKey;

    ElementwiseKernels(Team team, Numbers<float[]> floats, Numbers<double[]> doubles, long randomKey) {
        this.team = team;
        this.floats = floats;
        this.doubles = doubles;
        this.randomKey = randomKey;
    }

    /** A single op as a chain, its arrays named by their places. */
    @Override
    public Optional<Kernel> create(Site site) {
        if (!Numbers.isTaken(site.type())) {
            return Optional.empty();
        }
        Map<String, INDArray> arrays = new HashMap<>();
        List<String> inputs = names("in", site.inputs(), arrays);
        List<String> outputs = names("out", site.outputs(), arrays);
        List<Elements> steps = new Operation(site.op(), inputs, site.inputs(), outputs, site.outputs().stream().map(INDArray::shape).toList(), randomKey).steps();
        if (steps.size() != 1) {
            return Optional.empty();
        }
        Set<String> results = new LinkedHashSet<>(outputs);
        Chain chain = Chain.of(steps.get(0));
        boolean taken = Numbers.areTaken(chain.needs(results).stream().map(arrays::get).toList(), site.outputs());
        return taken ? Optional.of(kernel(chain, arrays, results)) : Optional.empty();
    }

    private static List<String> names(String prefix, List<INDArray> values, Map<String, INDArray> arrays) {
        List<String> names = new ArrayList<>();
        for (INDArray value : values) {
            names.add(prefix + names.size());
            arrays.put(names.get(names.size() - 1), value);
        }
        return names;
    }

    /**
     * @param arrays  of what the chain reads and writes
     * @param results variables to write
     */
    Kernel kernel(Chain chain, Map<String, INDArray> arrays, Set<String> results) {
        DataType type = arrays.get(results.iterator().next()).dataType();
        return type == DataType.FLOAT ? new ChainCompiler<>(floats, chain, arrays, results).compile(team)
                : new ChainCompiler<>(doubles, chain, arrays, results).compile(team);
    }
}
