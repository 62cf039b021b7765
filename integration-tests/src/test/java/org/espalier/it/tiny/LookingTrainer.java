package org.espalier.it.tiny;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

import org.espalier.api.config.Param;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;

import jakarta.inject.Inject;

/** Lets the model look at the numbers, once an epoch; pauses between epochs so that tests can interrupt it. */
@TrainerExtension(id = "tiny.look", title = "Looking", form = Averaging.FORM, data = Numbers.KIND)
public final class LookingTrainer implements Trainer<Averaging, Numbers> {
    private final Parameters parameters;
    private final Progress progress;
    private final Checkpoints checkpoints;

    record Parameters(
            @Param(value = "Looks", def = "3", min = 1, unit = "epochs") int epochs,
            @Param(value = "Pause after each look", def = "0", min = 0, unit = "ms") int pause,
            @Param(value = "A file that must be there before the last look; empty for none", def = "") String gate) {
    }

    @Inject
    LookingTrainer(Parameters parameters, Progress progress, Checkpoints checkpoints) {
        this.parameters = parameters;
        this.progress = progress;
        this.checkpoints = checkpoints;
    }

    @Override
    public Trained train(Averaging model, Numbers data) {
        int begin = checkpoints.latest().map(Checkpoints.Checkpoint::epoch).orElse(0);
        for (int epoch = begin + 1; epoch <= parameters.epochs; epoch++) {
            if (epoch == parameters.epochs) {
                awaitGate();
            }
            model.look(data);
            LockSupport.parkNanos(parameters.pause * 1_000_000L);
            progress.epoch(epoch, parameters.epochs, Map.of("looks", (double) epoch));
            if (checkpoints.due()) {
                checkpoints.save(epoch, out -> out.write(epochBytes()));
            }
            if (progress.stopping()) {
                throw new CancellationException("stopped");
            }
        }
        return new MeanOfAll(model, data);
    }

    private void awaitGate() {
        while (!parameters.gate.isEmpty() && !Files.exists(Path.of(parameters.gate)) && !progress.stopping()) {
            LockSupport.parkNanos(50_000_000L);
        }
    }

    private static byte[] epochBytes() {
        return new byte[] {1};
    }
}
