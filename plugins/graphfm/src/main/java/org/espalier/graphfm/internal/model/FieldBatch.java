package org.espalier.graphfm.internal.model;

import java.util.List;
import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.FieldKind;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads a batch into the placeholders' values. */
final class FieldBatch {
    private FieldBatch() {
    }

    static Map<String, INDArray> of(FieldData data, Part part, int[] examples) {
        int[] index = new int[examples.length * data.slots()];
        float[] weight = new float[index.length];
        float[] label = new float[examples.length];
        data.read(part, examples, index, weight);
        data.labels(part, examples, label);
        average(data, weight);
        long[] shape = {examples.length, data.slots()};
        return Map.of(FieldInputs.INDEX, Nd4j.createFromArray(index).reshape(shape), FieldInputs.WEIGHT, Nd4j.createFromArray(weight).reshape(shape),
                FieldModel.LABEL, Nd4j.createFromArray(label).reshape(examples.length, 1));
    }

    /** Divides the values of each multi-valued field by their sum, which makes their weighted sum a mean. */
    private static void average(FieldData data, float[] weight) {
        List<Field> fields = data.fields();
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field).kind() == FieldKind.MULTI_VALUED) {
                int slots = fields.get(field).slots();
                for (int from = data.slotOf(field); from < weight.length; from += data.slots()) {
                    average(weight, from, slots);
                }
            }
        }
    }

    private static void average(float[] weight, int from, int slots) {
        float sum = 0;
        for (int slot = from; slot < from + slots; slot++) {
            sum += weight[slot];
        }
        for (int slot = from; slot < from + slots && sum != 0; slot++) {
            weight[slot] /= sum;
        }
    }
}
