package org.espalier.compute.internal.kernel.indexing;

import java.nio.FloatBuffer;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.RowGradient;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sums the gradients of a table's rows, in the order of the indices. Each thread sums rows of its own. */
public final class RowGradientKernel implements Kernel {
    private static final int WORTH_THREADS = 1 << 14;

    private final FloatBuffer gradients;
    private final Indices indices;
    private final RowGradient table;
    private final int size;
    private final int[] slots;
    private final int[] first;
    private final Team team;

    /**
     * @param gradients of the rows taken from the table
     * @param indices   which rows those are
     * @param variable  the indices' variable, for messages
     */
    public RowGradientKernel(INDArray gradients, INDArray indices, SDVariable variable, RowGradient table, Team team) {
        this.gradients = Raw.floats(gradients);
        this.indices = new Indices(indices, variable);
        this.table = table;
        this.size = Math.toIntExact(table.length() / table.width());
        this.slots = new int[this.indices.count()];
        this.first = new int[slots.length];
        this.team = gradients.length() < WORTH_THREADS ? Team.SINGLE : team;
    }

    @Override
    public void run(long iteration) {
        table.clear();
        int[] rows = indices.read(true, size);
        for (int i = 0; i < slots.length; i++) {
            int before = table.count();
            slots[i] = rows[i] == Indices.PADDING ? Indices.PADDING : table.slot(rows[i]);
            if (table.count() > before) {
                first[before] = i;
            }
        }
        team.run(this::sum);
    }

    private void sum(int part) {
        int from = (int) ((long) table.count() * part / team.size());
        int end = (int) ((long) table.count() * (part + 1) / team.size());
        int width = table.width();
        float[] values = table.values();
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            if (slot >= from && slot < end) {
                if (first[slot] == i) {
                    gradients.get(i * width, values, slot * width, width);
                } else {
                    add(i * width, slot * width, width, values);
                }
            }
        }
    }

    private void add(int from, int to, int count, float[] values) {
        for (int c = 0; c < count; c++) {
            values[to + c] += gradients.get(from + c);
        }
    }
}
