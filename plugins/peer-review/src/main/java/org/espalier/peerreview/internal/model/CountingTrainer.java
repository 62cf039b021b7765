package org.espalier.peerreview.internal.model;

import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.model.DirectModel;
import org.espalier.api.run.Artefacts;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.io.CountsFile;

import jakarta.inject.Inject;

/** Trains nothing, but keeps the counts of the judgments as {@value #COUNTS}: later stages, with other shares and methods, read them in no time instead of the judgments. */
@TrainerExtension(id = "peerreview.keep-counts", title = "No training; keeps the counts of judgments for later stages", form = DirectModel.FORM, data = JudgmentData.KIND)
public final class CountingTrainer implements Trainer<DirectModel<JudgmentData>, JudgmentData> {
    /** The artefact. */
    static final String COUNTS = "judgments.counts";

    private final Artefacts artefacts;

    @Inject
    CountingTrainer(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    @Override
    public Trained train(DirectModel<JudgmentData> model, JudgmentData data) {
        artefacts.save(COUNTS, out -> CountsFile.writeBinary(data, out));
        return part -> model.predictions(data, part);
    }
}
