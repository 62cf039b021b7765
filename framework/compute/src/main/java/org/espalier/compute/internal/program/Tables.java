package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.EmbeddingGradient;
import org.espalier.compute.internal.graph.GatherGradient;
import org.espalier.compute.internal.graph.Traits;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.indexing.RowGradientKernel;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.RowGradient;
import org.espalier.compute.internal.update.Updates;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.internal.Variable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a program whose gradients are kept by rows: tables of floats that are read by one embedding or gathering of fewer rows than
 * the table has, and by nothing else, under a rule that can take rows.
 */
final class Tables {
    private record Table(SDVariable gradient, SDVariable indices, RowGradient rows) {
    }

    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** @param gradientNames names of the gradients by parameter */
    Tables(ProgramRequest request, ParameterSet parameters, Map<String, String> gradientNames) {
        boolean takesRows = Updates.takesRows(Requests.optimizer(request).rule());
        gradientNames.forEach((parameter, gradient) -> {
            DifferentialFunction op = request.graph().getVariableOutputOp(gradient);
            boolean alone = Collections.frequency(gradientNames.values(), gradient) == 1 && !request.outputs().contains(gradient) && isUnread(request, gradient);
            if (takesRows && alone && isOfRows(op) && op.arg(2).name().equals(parameter)) {
                add(parameter, op, parameters);
            }
        });
    }

    private static boolean isUnread(ProgramRequest request, String gradient) {
        Variable variable = request.graph().getVariables().get(gradient);
        return variable.getInputsForOp() == null || variable.getInputsForOp().isEmpty();
    }

    private static boolean isOfRows(DifferentialFunction op) {
        return op instanceof EmbeddingGradient || op instanceof GatherGradient gather && gather.axis() == 0;
    }

    private void add(String parameter, DifferentialFunction op, ParameterSet parameters) {
        INDArray table = parameters.arrays().get(parameter);
        long count = count(op.arg(1));
        boolean large = table.dataType() == DataType.FLOAT && table.rank() > 1 && count < table.size(0);
        if (large) {
            int rows = Math.toIntExact(table.size(0));
            tables.put(parameter, new Table(op.arg(0), op.arg(1),
                    new RowGradient(parameters.layout().offset(parameter), rows, Math.toIntExact(table.length() / rows), (int) count)));
        }
    }

    /** Number of elements of a variable, if it is known before ops are laid out, as that of placeholders, constants and their reshapes. */
    private static long count(SDVariable variable) {
        DifferentialFunction producer = variable.getSameDiff().getVariableOutputOp(variable.name());
        if (producer != null && Traits.isAlias(producer)) {
            return count(producer.arg(0));
        }
        long[] shape = variable.getShape();
        return shape == null ? Long.MAX_VALUE : NativeMemory.length(shape);
    }

    /** Names of the parameters. */
    Set<String> names() {
        return tables.keySet();
    }

    /** Variables that the gradients are made of. */
    List<String> needs() {
        List<String> needs = new ArrayList<>();
        tables.values().forEach(table -> needs.addAll(List.of(table.gradient().name(), table.indices().name())));
        return needs;
    }

    /** Adds the work of summing rows, after the ops that {@link #needs} need. */
    void addTo(Compiler compiler, Team team) {
        tables.values().forEach(table -> compiler.add(new RowGradientKernel(compiler.array(table.gradient().name()), compiler.array(table.indices().name()),
                table.indices(), table.rows(), team)));
    }

    /** In the order of their places. */
    List<RowGradient> gradients() {
        return tables.values().stream().map(Table::rows).sorted(Comparator.comparingLong(RowGradient::offset)).toList();
    }

    RowGradient gradient(String parameter) {
        return tables.get(parameter).rows();
    }
}
