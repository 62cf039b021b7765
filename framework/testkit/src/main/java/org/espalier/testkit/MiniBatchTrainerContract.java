package org.espalier.testkit;

import org.espalier.api.model.MiniBatchModel;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.fixture.ToyModel;

/** {@link TrainerContract} with a small model and data, for trainers that leave the data to the model. */
public abstract class MiniBatchTrainerContract extends TrainerContract<MiniBatchModel<ToyData>, ToyData> {
    @Override
    protected final MiniBatchModel<ToyData> model(TestRandomSource random) {
        return new ToyModel(random);
    }

    @Override
    protected final MiniBatchModel<ToyData> diverging(TestRandomSource random) {
        return new ToyModel(random, Double.NaN);
    }

    @Override
    protected final ToyData data() {
        return ToyData.generate();
    }
}
