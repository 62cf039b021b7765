package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.kernel.OwnOps;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterUpdate;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Every op of ND4J that a kernel of ours takes is in a case of the oracle, its gradient included. SameDiff's session cannot run {@code scatterUpdate}, which is compared with its
 * definition in {@link IndexOpsTest}.
 */
class CompletenessTest {
    /** The gradient of tanh goes by its output instead, and the others are left to the native library, but for a look at their indices. */
    private static final Set<String> EXCEPTIONS = Set.of("tanh_bp", "segment_prod", "segment_prod_bp", "scatter_nd", "embedding_lookup");

    private final List<DifferentialFunction> ops = Cases.all().values().stream().flatMap(CompletenessTest::compiled).toList();

    @Test
    void everyOpKnownByNameHasACase() {
        Set<String> missing = new TreeSet<>(OwnOps.names());
        assertTrue(missing.size() > 100, "ops found: " + missing);
        ops.forEach(op -> missing.remove(op.opName()));
        missing.removeAll(EXCEPTIONS);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyOpKnownByItsClassHasACase() {
        Set<Class<?>> missing = OwnOps.classes().stream().filter(type -> type != ScatterUpdate.class).filter(type -> ops.stream().noneMatch(type::isInstance)).collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    /** The ops of a case and those of its gradient. */
    private static Stream<DifferentialFunction> compiled(BiFunction<SameDiff, Map<String, INDArray>, SDVariable> graphOf) {
        SameDiff graph = SameDiff.create();
        String loss = Cases.loss(graph, graphOf.apply(graph, new LinkedHashMap<>())).name();
        Map<String, INDArray> initial = new LinkedHashMap<>();
        graph.variables().stream().filter(variable -> variable.getVariableType() == VariableType.VARIABLE).forEach(variable -> initial.put(variable.name(), variable.getArr()));
        try (ParameterSet parameters = new ParameterSet(initial)) {
            CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss), parameters, Optional.of(Optimizer.of(new NoOp())), 0), parameters, new Alone()).close();
        }
        return Stream.of(graph.ops());
    }
}
