package org.espalier.compute.internal.program;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compiled kernels with the memory they work on: what all programs have in common. */
final class Execution {
    private final Owner owner;
    private final NativeMemory memory;
    private final Map<String, INDArray> placeholders;
    private final Map<String, INDArray> outputs = new LinkedHashMap<>();
    private final Kernel[] kernels;
    /** Kept alive, not used. */
    private final List<INDArray> constants;
    private final List<INDArray> watched;
    private final List<RowGradient> tables;
    private final Runnable needs;

    /**
     * @param watched what should be finite after all kernels have run, beside the outputs
     * @param tables  gradients that should be
     * @param needs   throws if memory of others that the kernels work on is gone
     */
    Execution(Owner owner, NativeMemory memory, Compiler compiled, Collection<String> outputs, List<INDArray> watched, List<RowGradient> tables, Runnable needs) {
        this.owner = owner;
        this.memory = memory;
        this.needs = needs;
        outputs.forEach(output -> this.outputs.put(output, compiled.array(output)));
        this.placeholders = compiled.sources().placeholders();
        this.kernels = compiled.schedule().toArray(Kernel[]::new);
        this.constants = List.copyOf(compiled.sources().constants());
        this.watched = watched;
        this.tables = tables;
    }

    /** Work beside the kernels, looked at if that was asked for. */
    Kernel fit(String name, long bytes, Kernel work) {
        return owner.instruments().fit(name, bytes, work);
    }

    /** Number of kernels. */
    int length() {
        return kernels.length;
    }

    void feed(String placeholder, INDArray value) {
        owner.checkThread();
        requireOpen();
        INDArray target = placeholders.get(placeholder);
        if (target == null) {
            throw new IllegalArgumentException("There is no placeholder '" + placeholder + "' in this program, only " + placeholders.keySet());
        }
        if (!Arrays.equals(target.shape(), value.shape())) {
            throw new IllegalArgumentException("Placeholder '" + placeholder + "' has shape " + Arrays.toString(target.shape())
                    + ", but the value fed has " + Arrays.toString(value.shape()));
        }
        if (target.dataType() == value.dataType() && Raw.isDense(value)) {
            Raw.copy(value, target);
        } else {
            target.assign(value);
        }
    }

    /** @throws java.util.concurrent.CancellationException if the lease was cancelled */
    void check() {
        owner.checkThread();
        owner.checkCancelled();
        requireOpen();
        needs.run();
    }

    /** @throws IllegalStateException if the program has been closed */
    void requireOpen() {
        memory.requireOpen("this program");
    }

    /** Runs the first kernels. */
    void run(int count, long iteration) {
        check();
        for (int i = 0; i < count; i++) {
            owner.checkCancelled();
            kernels[i].run(iteration);
        }
        owner.ran();
        owner.instruments().checkFinite(outputs.values(), List.of(), () -> run(count, iteration));
        if (count == kernels.length) {
            owner.instruments().checkFinite(watched, tables, () -> run(count, iteration));
        }
    }

    INDArray output(String variable) {
        requireOpen();
        INDArray output = outputs.get(variable);
        if (output == null) {
            throw new IllegalArgumentException("Variable '" + variable + "' is no output of this program, only " + outputs.keySet());
        }
        return output;
    }

    long held() {
        return memory.held();
    }

    void close() {
        memory.close();
    }
}
