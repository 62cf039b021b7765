package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Losses of predictions and labels element by element, in single precision with one weight for all, and their gradients by predictions, weight and labels. */
final class ElementLossKernels implements KernelFactory {
    private static final String GRADIENT = "_grad";

    /** A loss of a prediction x and a label y, with the op's number t: a share of smoothing, or what is added to arguments of logarithms. */
    private interface Loss {
        double value(float x, float y, double t);

        double byPrediction(float x, float y, double t);

        double byLabel(float x, float y, double t);
    }

    /** max(x, 0) - x s + log(1 + e^-|x|), where s is the label moved towards 1/2. */
    private static final class SigmoidCrossEntropy implements Loss {
        @Override
        public double value(float x, float y, double t) {
            return Math.max(x, 0) - x * smooth(y, t) + Math.log(1.0 + Fast.exp(-Math.abs(x)));
        }

        @Override
        public double byPrediction(float x, float y, double t) {
            return Fast.sigmoid(x) - smooth(y, t);
        }

        @Override
        public double byLabel(float x, float y, double t) {
            return -x * (1 - t);
        }

        private static double smooth(float y, double t) {
            return y * (1 - t) + 0.5 * t;
        }
    }

    /** -y log(x + t) - (1 - y) log(1 - x + t). */
    private static final class LogLoss implements Loss {
        @Override
        public double value(float x, float y, double t) {
            return -y * Math.log(x + t) - (1 - y) * Math.log(1 - x + t);
        }

        @Override
        public double byPrediction(float x, float y, double t) {
            return (1 - y) / (1 - x + t) - y / (x + t);
        }

        @Override
        public double byLabel(float x, float y, double t) {
            return Math.log(1 - x + t) - Math.log(x + t);
        }
    }

    private static final Map<String, Loss> LOSSES = Map.of("sigm_cross_entropy_loss", new SigmoidCrossEntropy(), "log_loss", new LogLoss());

    @Override
    public Optional<Kernel> create(Site site) {
        String name = site.op().opName();
        boolean gradient = name.endsWith(GRADIENT);
        Loss loss = LOSSES.get(gradient ? name.substring(0, name.length() - GRADIENT.length()) : name);
        boolean taken = loss != null && Pieces.areTaken(site.inputs(), site.outputs()) && site.inputs().get(1).length() == 1
                && Arrays.equals(site.input().shape(), site.inputs().get(2).shape());
        return taken ? Optional.of(gradient ? gradients(site, loss) : values(site, loss)) : Optional.empty();
    }

    private static LossReduce reduce(Site site) {
        return LossReduce.values()[(int) ((DynamicCustomOp) site.op()).iArgs()[0]];
    }

    private static double number(Site site) {
        double[] numbers = ((DynamicCustomOp) site.op()).tArgs();
        return numbers.length == 0 ? 0 : numbers[0];
    }

    private static Kernel values(Site site, Loss loss) {
        LossReduce reduce = reduce(site);
        double t = number(site);
        FloatBuffer x = Raw.floats(site.input());
        FloatBuffer weight = Raw.floats(site.inputs().get(1));
        FloatBuffer y = Raw.floats(site.inputs().get(2));
        FloatBuffer out = Raw.floats(site.output());
        int count = x.capacity();
        if (reduce == LossReduce.NONE) {
            return iteration -> {
                for (int i = 0; i < count; i++) {
                    out.put(i, (float) (weight.get(0) * loss.value(x.get(i), y.get(i), t)));
                }
            };
        }
        return iteration -> out.put(0, (float) (sum(loss, x, y, t) * CrossEntropyKernels.share(reduce, weight.get(0), count)));
    }

    private static double sum(Loss loss, FloatBuffer x, FloatBuffer y, double t) {
        double sum = 0;
        for (int i = 0; i < x.capacity(); i++) {
            sum += loss.value(x.get(i), y.get(i), t);
        }
        return sum;
    }

    private static Kernel gradients(Site site, Loss loss) {
        LossReduce reduce = reduce(site);
        double t = number(site);
        FloatBuffer x = Raw.floats(site.input());
        FloatBuffer weight = Raw.floats(site.inputs().get(1));
        FloatBuffer y = Raw.floats(site.inputs().get(2));
        List<FloatBuffer> out = site.outputs().stream().map(Raw::floats).toList();
        int count = x.capacity();
        return iteration -> {
            double share = CrossEntropyKernels.share(reduce, weight.get(0), count);
            for (int i = 0; i < count; i++) {
                out.get(0).put(i, (float) (share * loss.byPrediction(x.get(i), y.get(i), t)));
                out.get(2).put(i, (float) (share * loss.byLabel(x.get(i), y.get(i), t)));
            }
            out.get(1).put(0, (float) (sum(loss, x, y, t) * CrossEntropyKernels.shareOfWeight(reduce, count)));
        };
    }
}
