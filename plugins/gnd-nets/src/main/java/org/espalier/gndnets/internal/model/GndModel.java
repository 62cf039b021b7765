package org.espalier.gndnets.internal.model;

import java.util.Optional;

import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Graph neural diffusion network (Ye, Huang, Hong and Singh, arXiv 2201.09698; details after the official code): one transformation of the features, one
 * diffusion over many hops whose mixture is learned, one classifier.
 *
 * <pre>
 * Z   = drop_2( drop_1(X) W1 )            X: features, each row divided by its sum
 * V   = NeuralDiffusion(Z)                P = D^-1 (A + I)
 * H   = elu( V + b1 )
 * out = drop_4( drop_3(H) W2 ) + b2       the class scores are dropped too, before b2
 * loss = mean cross-entropy over the training nodes + l2 / 2 * sum of squares of all parameters, biases included
 * </pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>N, D, d, C</td><td>nodes, features, {@code hidden}, classes</td></tr>
 * <tr><td>K, q, T</td><td>{@code hops}, {@code residual-hops}, {@code steps}</td></tr>
 * <tr><td>W1 [D, d], b1 [d], W2 [d, C], b2 [C]</td><td>parameters of the same names</td></tr>
 * <tr><td>theta; U1, U2; A_t, B_t</td><td>parameters {@code theta}; {@code U1}, {@code U2}; {@code A0}, {@code B0} …</td></tr>
 * <tr><td>drop_1 … drop_4</td><td>dropout streams {@code features}, {@code transformed}, {@code hidden}, {@code scores}</td></tr>
 * </table>
 */
@ModelExtension(id = "gndnets.gnd", title = "Graph neural diffusion network", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GndModel extends NodeModel {
    private final Parameters parameters;

    /** The variants of NeuralDiffusion. */
    enum Kind {
        /** Single-layer perceptron: learned weights of the hops, shared by all nodes and channels. */
        SLP,
        /** Multi-layer perceptron over the hops. */
        MLP,
        /** Nonlinear diffusion with a residual, a discrete dynamical system. */
        DS,
        /** Ablation: the hops weighted as in personalised PageRank. */
        PPR,
        /** Ablation: the hops weighted as in the heat kernel. */
        HEAT
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "How neighbourhoods are mixed: learned weights (slp), a perceptron (mlp), nonlinear with a residual (ds), fixed weights (ppr, heat)", def = "slp") Kind diffusion,
            @Param(value = "Width of the hidden layer; if not given, that of the paper's code: 64 for mlp and ds, 16 for the others", min = 1) Optional<Integer> hidden,
            @Param(value = "Hops that are mixed, K; not for ds", def = "20", min = 1, unit = "hops") int hops,
            @Param(value = "Width inside the perceptron; for mlp", def = "32", min = 1) int inner,
            @Param(value = "Steps T of the nonlinear diffusion, which make T - 1 updates; for ds", def = "2", min = 2) int steps,
            @Param(value = "Hops q of each update; for ds", def = "10", min = 1, unit = "hops") int residualHops,
            @Param(value = "Probability of dropping an entry in training; the paper's code suggests 0.5 where many labels are known", def = "0.6", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {

        int width() {
            return hidden.orElse(diffusion == Kind.MLP || diffusion == Kind.DS ? 64 : 16);
        }
    }

    @Inject
    GndModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.width();
        long weights = (features + classes) * d;
        return switch (parameters.diffusion()) {
            case SLP -> new Footprint(weights, nodes * (8 * d + 2 * classes));
            case PPR, HEAT -> new Footprint(weights, nodes * (8 * d + 2 * classes) + FixedMixture.numbers(data, parameters.hops()));
            case DS -> new Footprint(weights + 2 * (parameters.steps() - 1) * d * d,
                    nodes * (6 * d + 6 * d * (parameters.steps() - 1) + 2 * classes) + FixedMixture.numbers(data, parameters.residualHops()));
            case MLP -> new Footprint(weights, nodes * d * (parameters.hops() + 8) + 2 * d * parameters.hops() * data.split().train().length);
        };
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        SDVariable diffused = diffused(data, wanted, weights, dropping); // [wanted, d]
        SDVariable b1 = weights.bias("b1", parameters.width());
        SDVariable w2 = weights.matrix("W2", parameters.width(), classes);
        SDVariable b2 = weights.bias("b2", classes);
        SDVariable h = dropping.of(diffused.getSameDiff().nn().elu(diffused.add(b1)).rename(HIDDEN), "hidden");
        return dropping.of(h.mmul(w2), "scores").add("output", b2); // [wanted, C]
    }

    private SDVariable diffused(GraphData data, Wanted wanted, Weights weights, Dropping dropping) {
        SparseOperand features = SparseOperand.of(NodeMatrices.features(data));
        SDVariable w1 = weights.matrix("W1", data.features().cols(), parameters.width());
        SDVariable z = dropping.of(dropping.product(features, w1, "features"), "transformed"); // [N, d]
        return diffusion(SparseOperand.of(GraphMatrices.transition(data.adjacency()))).of(z, data.nodes(), parameters.width(), wanted, weights);
    }

    private Diffusion diffusion(SparseOperand transition) {
        return switch (parameters.diffusion()) {
            case SLP -> PolynomialDiffusion.learned(transition, parameters.hops());
            case MLP -> new PerceptronDiffusion(transition, parameters.hops(), parameters.inner());
            case DS -> new ResidualDiffusion(transition, parameters.residualHops(), parameters.steps());
            case PPR -> PolynomialDiffusion.pageRank(transition, parameters.hops());
            case HEAT -> PolynomialDiffusion.heat(transition, parameters.hops());
        };
    }
}
