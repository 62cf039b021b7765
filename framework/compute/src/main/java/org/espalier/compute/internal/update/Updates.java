package org.espalier.compute.internal.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.UpdateRule;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What an optimizer does to the parameters, with its state: an update for each element type. */
public final class Updates {
    private final Optimizer optimizer;
    private final NativeMemory memory;
    private final Team team;
    private final GradientNorm norm;
    private final List<Update> updates = new ArrayList<>();
    private final Map<String, INDArray> state = new LinkedHashMap<>();

    /**
     * Allocates the state.
     *
     * @param parameters vectors by element type
     * @param gradients  vectors like them, but without the elements of tables
     * @param tensors    which elements of the parameters belong together
     * @param tables     gradients of tables of floats in the order of their places, if the rule {@link #takesRows}
     */
    public Updates(Optimizer optimizer, Map<DataType, INDArray> parameters, Map<DataType, INDArray> gradients, Map<DataType, List<Tensor>> tensors,
            List<RowGradient> tables, NativeMemory memory, Team team) {
        this.optimizer = optimizer;
        this.memory = memory;
        this.team = team;
        this.norm = new GradientNorm(optimizer.clipNorm().isPresent() ? gradients.values() : List.of(), tables);
        parameters.forEach((type, vector) -> updates.add(update(new Vectors(vector, gradients.get(type), tensors.get(type), type == DataType.FLOAT ? tables : List.of(),
                state(type, vector.length(), tensors.get(type))))));
    }

    /** Whether a rule can take the gradient of a table by its rows. */
    public static boolean takesRows(UpdateRule rule) {
        return rule instanceof UpdateRule.Sgd || rule instanceof UpdateRule.Momentum || rule instanceof UpdateRule.Adam || rule instanceof UpdateRule.AdamW
                || rule instanceof UpdateRule.Lazy;
    }

    private INDArray state(DataType type, long length, List<Tensor> tensors) {
        long size = stateSize(optimizer.rule(), length, tensors);
        if (size == 0) {
            return Nd4j.empty(type);
        }
        INDArray array = memory.array(type, 1, size);
        state.put("state." + type.name().toLowerCase(Locale.ROOT), array);
        return array;
    }

    private static long stateSize(UpdateRule rule, long length, List<Tensor> tensors) {
        if (rule instanceof UpdateRule.Native other) {
            return other.updater().stateSize(length);
        }
        if (rule instanceof UpdateRule.Adafactor) {
            return AdafactorUpdate.stateSize(tensors);
        }
        return length * (rule instanceof UpdateRule.Lamb ? LambUpdate.SLOTS : rule instanceof UpdateRule.Lars ? LarsUpdate.SLOTS : formula(rule).slots());
    }

    private Update update(Vectors vectors) {
        UpdateRule rule = optimizer.rule();
        if (rule instanceof UpdateRule.Native other) {
            return new NativeUpdate(other.updater(), vectors, memory);
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
        return new ElementwiseUpdate(formula(rule), vectors, rule instanceof UpdateRule.Lazy, team);
    }

    private static void requireFloatOrDouble(DataType type) {
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            throw new IllegalArgumentException("Parameters of type " + type + " cannot be trained by this rule, only FLOAT and DOUBLE");
        }
    }

    private static Formula formula(UpdateRule rule) {
        if (rule instanceof UpdateRule.Lazy lazy) {
            return formula(lazy.rule());
        }
        if (rule instanceof UpdateRule.Momentum momentum) {
            return new MomentumFormula(momentum);
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new AdamFormula(adam);
        }
        return rule instanceof UpdateRule.AdamW adam ? new AdamFormula(adam) : new SgdFormula();
    }

    /** @param iteration updates done before */
    public void apply(long iteration) {
        double scale = optimizer.clipNorm().isPresent() ? norm.scale(optimizer.clipNorm().getAsDouble()) : 1;
        Step step = new Step(iteration, optimizer.learningRate().rate(iteration), scale, optimizer.weightDecay());
        updates.forEach(update -> update.apply(step));
    }

    /** The live state by name. */
    public Map<String, INDArray> state() {
        return state;
    }
}
