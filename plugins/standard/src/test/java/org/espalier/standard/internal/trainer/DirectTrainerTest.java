package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.Values;
import org.espalier.api.model.DirectModel;
import org.espalier.testkit.ExtensionContract;
import org.junit.jupiter.api.Test;

class DirectTrainerTest extends ExtensionContract {

    /** Multiplies the number that is the data by that of the part. */
    private static final class Counting implements DirectModel<Integer> {
        @Override
        public Predictions predictions(Integer data, Part part) {
            return new Values(new double[] {part.ordinal()}, new double[] {data * part.ordinal()});
        }
    }

    @Override
    protected Class<?> extension() {
        return DirectTrainer.class;
    }

    @Test
    void asksTheModelAboutEachPart() {
        for (Part part : Part.values()) {
            Values said = (Values) new DirectTrainer<Integer>().train(new Counting(), 3).predict(part);
            assertEquals(3 * part.ordinal(), said.predicted()[0]);
            assertEquals(part.ordinal(), said.truth()[0]);
        }
    }

    @Test
    void modelsOfThisFormNeedNoNativeMemory() {
        assertEquals(OptionalLong.of(0), new Counting().nativeMemory(3));
    }
}
