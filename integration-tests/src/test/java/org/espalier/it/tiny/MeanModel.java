package org.espalier.it.tiny;

import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;

import jakarta.inject.Inject;

/** The mean of the numbers; fails on request. */
@ModelExtension(id = "tiny.mean", title = "Mean", data = Numbers.KIND, form = Averaging.FORM, predicts = Predictions.Values.KIND)
public final class MeanModel implements Averaging {
    private final Failure failure;
    private final boolean shows;
    private double mean;

    /** Ways to go wrong. */
    enum Failure {
        NONE, CONSTRUCTOR, TRAINING, NAN
    }

    record Parameters(@Param(value = "Where to fail", def = "none") Failure failure, @Param(value = "Whether to show its mean", def = "false") boolean shows) {
    }

    @Inject
    MeanModel(Parameters parameters) {
        this.failure = parameters.failure;
        this.shows = parameters.shows;
        if (failure == Failure.CONSTRUCTOR) {
            throw new IllegalStateException("the constructor fails on request");
        }
    }

    @Override
    public void look(Numbers numbers) {
        if (failure == Failure.TRAINING) {
            throw new IllegalStateException("training fails on request");
        }
        mean = numbers.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Override
    public Optional<Inspector> inspector(Numbers numbers) {
        return shows ? Optional.of(new MeanInspector(this)) : Optional.empty();
    }

    @Override
    public double mean() {
        return failure == Failure.NAN ? Double.NaN : mean;
    }
}
