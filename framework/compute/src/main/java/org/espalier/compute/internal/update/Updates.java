package org.espalier.compute.internal.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.UpdateRule;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What an optimizer does to the parameters by the gradients of one program: an update for each element type. */
public final class Updates {
    private final Optimizer optimizer;
    private final NativeMemory memory;
    private final Team team;
    private final GradientNorm norm;
    private final List<Update> updates = new ArrayList<>();
    private final long bytes;

    /**
     * @param state      of the optimizer, changed in place
     * @param parameters vectors by element type
     * @param gradients  vectors like them, but without the elements of tables
     * @param tensors    which elements of the parameters belong together
     * @param tables     gradients of tables of floats in the order of their places, if the rule {@link #takesRows}
     */
    public Updates(Optimizer optimizer, State state, Map<DataType, INDArray> parameters, Map<DataType, INDArray> gradients, Map<DataType, List<Tensor>> tensors,
            List<RowGradient> tables, NativeMemory memory, Team team) {
        this.optimizer = optimizer;
        this.memory = memory;
        this.team = team;
        this.norm = new GradientNorm(optimizer.clipNorm().isPresent() ? gradients.values() : List.of(), tables);
        parameters.forEach((type, vector) -> updates.add(update(new Vectors(vector, gradients.get(type), tensors.get(type), type == DataType.FLOAT ? tables : List.of(),
                state.of(type)))));
        this.bytes = parameters.entrySet().stream().mapToLong(entry -> bytes(entry.getValue(), state.of(entry.getKey()), entry.getKey() == DataType.FLOAT ? tables : List.of())).sum();
    }

    /** Parameters and state are read and written, gradients read; of tables that are updated lazily only the rows that may occur. */
    private long bytes(INDArray parameters, INDArray state, List<RowGradient> tables) {
        long whole = tables.stream().mapToLong(RowGradient::length).sum();
        long rows = tables.stream().mapToLong(table -> table.values().length).sum();
        long gradients = parameters.length() - whole + rows;
        long touched = optimizer.rule() instanceof UpdateRule.Lazy ? gradients : parameters.length();
        long remembered = state.isEmpty() ? 0 : state.length() * touched / parameters.length();
        return parameters.dataType().width() * (2 * touched + gradients + 2 * remembered);
    }

    /** Whether a rule can take the gradient of a table by its rows. */
    public static boolean takesRows(UpdateRule rule) {
        return rule instanceof UpdateRule.Sgd || rule instanceof UpdateRule.Momentum || rule instanceof UpdateRule.Adam || rule instanceof UpdateRule.AdamW
                || rule instanceof UpdateRule.Lazy;
    }

    private Update update(Vectors vectors) {
        UpdateRule rule = optimizer.rule();
        if (rule instanceof UpdateRule.Native other) {
            return new NativeUpdate(other.updater(), vectors, optimizer.weightDecay() != 0, memory);
        }
        requireFloatOrDouble(vectors.parameters().dataType());
        if (rule instanceof UpdateRule.Adafactor adafactor) {
            return new AdafactorUpdate(adafactor, vectors);
        }
        if (rule instanceof UpdateRule.Lamb lamb) {
            return new LambUpdate(lamb, vectors);
        }
        if (rule instanceof UpdateRule.Lars lars) {
            return new LarsUpdate(lars, vectors);
        }
        return new ElementwiseUpdate(Formula.of(rule), vectors, rule instanceof UpdateRule.Lazy, team);
    }

    private static void requireFloatOrDouble(DataType type) {
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            throw new IllegalArgumentException("Parameters of type " + type + " cannot be trained by this rule, only FLOAT and DOUBLE");
        }
    }

    /** @param iteration updates done before */
    public void apply(long iteration) {
        double scale = optimizer.clipNorm().isPresent() ? norm.scale(optimizer.clipNorm().getAsDouble()) : 1;
        Step step = new Step(iteration, optimizer.learningRate().rate(iteration), scale, optimizer.weightDecay());
        updates.forEach(update -> update.apply(step));
    }

    /** Bytes that an update reads and writes. */
    public long bytes() {
        return bytes;
    }
}
