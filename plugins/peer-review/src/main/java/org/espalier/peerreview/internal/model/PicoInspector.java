package org.espalier.peerreview.internal.model;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.ConsistencyOptimisation.Epoch;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells of a pool what {@link PoolInspector} does, and who weighs what after the optimisation and who was eliminated. */
final class PicoInspector implements Inspector {
    private final JudgmentData data;
    private final Supplier<Elimination.Result> learned;

    /** @param learned asked for when reporting */
    PicoInspector(JudgmentData data, Supplier<Elimination.Result> learned) {
        this.data = data;
        this.learned = learned;
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        // all there is to see is what was learned
    }

    @Override
    public void report(Inspection inspection) {
        Elimination.Result result = learned.get();
        Epoch last = result.last().outcome();
        new PoolInspector(data, last::weights, last::scores).report(inspection);
        inspection.number("final-loss", last.loss());
        inspection.number("eliminated-reviewers", IntStream.range(0, data.models()).filter(s -> !result.last().active()[s]).count());
        inspection.number("elimination-stopped-early", result.guarded() < 0 ? 0 : 1);
        List<List<Double>> rows = IntStream.range(0, data.models()).mapToObj(s -> List.of(last.weights()[s], last.scores()[s], result.last().active()[s] ? 1.0 : 0.0)).toList();
        inspection.figure("weights", new Figure.HeatMap("Weights, scores, and who still reviews in the end", data.roster().models(), List.of("weight", "score", "reviews"), rows));
    }
}
