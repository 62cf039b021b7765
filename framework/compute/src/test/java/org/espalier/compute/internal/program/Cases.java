package org.espalier.compute.internal.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Mish;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Graphs of single ops and small networks. */
final class Cases {
    private final Map<String, BiFunction<SameDiff, Map<String, INDArray>, SDVariable>> all = new LinkedHashMap<>();

    private final DataType type;

    private Cases(DataType type) {
        this.type = type;
        unary();
        binary();
        reductions();
        shapes();
        movements();
        indices();
        losses();
        layers();
        new RareCases(this);
    }

    /** In double precision, for the comparison with SameDiff's session. */
    static Map<String, BiFunction<SameDiff, Map<String, INDArray>, SDVariable>> all() {
        return all(DataType.DOUBLE);
    }

    /** The same values rounded to {@code type}. */
    static Map<String, BiFunction<SameDiff, Map<String, INDArray>, SDVariable>> all(DataType type) {
        return new Cases(type).all;
    }

    /** A scalar that weighs every element of the output differently. */
    static SDVariable loss(SameDiff sd, SDVariable output) {
        SDVariable squares = output.mul(output).mul(0.5).add(output.mul(0.3));
        return squares.sum().rename("the-loss");
    }

    INDArray random(long seed, long... shape) {
        Random random = new Random(seed);
        INDArray array = Nd4j.create(type, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextDouble() * 1.6 - 0.8);
        }
        return array;
    }

    private SDVariable x(SameDiff sd) {
        return sd.var("x", random(1, 4, 5));
    }

    private SDVariable y(SameDiff sd) {
        return sd.var("y", random(2, 4, 5));
    }

    void graph(String name, BiFunction<SameDiff, SDVariable, SDVariable> op) {
        all.put(name, (sd, fed) -> op.apply(sd, x(sd)));
    }

    private void unary() {
        graph("sigmoid", (sd, x) -> sd.nn.sigmoid(x));
        graph("tanh", (sd, x) -> sd.math.tanh(x));
        graph("relu", (sd, x) -> sd.nn.relu(x, 0));
        graph("leakyRelu", (sd, x) -> sd.nn.leakyRelu(x, 0.1));
        graph("elu", (sd, x) -> sd.nn.elu(x));
        graph("gelu", (sd, x) -> sd.nn.gelu(x));
        graph("softplus", (sd, x) -> sd.nn.softplus(x));
        graph("swish", (sd, x) -> sd.nn.swish(x));
        graph("exp", (sd, x) -> sd.math.exp(x));
        graph("log", (sd, x) -> sd.math.log(x.add(2)));
        graph("square", (sd, x) -> sd.math.square(x));
        graph("sqrt", (sd, x) -> sd.math.sqrt(x.add(2)));
        graph("abs", (sd, x) -> sd.math.abs(x));
        graph("neg", (sd, x) -> sd.math.neg(x));
        graph("sin", (sd, x) -> sd.math.sin(x));
        graph("cos", (sd, x) -> sd.math.cos(x));
        graph("erf", (sd, x) -> sd.math.erf(x));
        graph("reciprocal", (sd, x) -> sd.math.reciprocal(x.add(2)));
        graph("pow", (sd, x) -> sd.math.pow(x.add(2), 3));
        graph("clip", (sd, x) -> sd.math.clipByValue(x, -0.3, 0.3));
        graph("precise gelu", (sd, x) -> sd.nn.preciseGelu(x));
        graph("selu", (sd, x) -> sd.nn.selu(x));
        graph("mish", (sd, x) -> new Mish(sd, x, false).outputVariable());
        graph("softsign", (sd, x) -> sd.nn.softsign(x));
        graph("hard tanh", (sd, x) -> sd.nn.hardTanh(x.mul(2)));
        graph("hard sigmoid", (sd, x) -> sd.nn.hardSigmoid(x.mul(4)));
        graph("relu6", (sd, x) -> sd.nn.relu6(x.mul(10), 0));
        graph("log-sigmoid", (sd, x) -> sd.nn.logSigmoid(x));
        graph("cube", (sd, x) -> sd.math.cube(x));
        graph("expm1", (sd, x) -> sd.math.expm1(x));
        graph("log1p", (sd, x) -> sd.math.log1p(x));
        graph("rsqrt", (sd, x) -> sd.math.rsqrt(x.add(2)));
        graph("sign", (sd, x) -> sd.math.sign(x).mul(x));
        graph("step", (sd, x) -> sd.math.step(x, 0.1).mul(x));
        graph("floor", (sd, x) -> sd.math.floor(x.mul(3)).mul(x));
        graph("ceiling", (sd, x) -> sd.math.ceil(x.mul(3)).mul(x));
        graph("round", (sd, x) -> sd.math.round(x.mul(3)).mul(x));
        graph("tangent", (sd, x) -> sd.math.tan(x));
        graph("hyperbolic sine", (sd, x) -> sd.math.sinh(x));
        graph("hyperbolic cosine", (sd, x) -> sd.math.cosh(x));
        graph("rectified tanh", (sd, x) -> sd.math.rectifiedTanh(x));
        graph("prelu", (sd, x) -> sd.nn.prelu(x, sd.var("slope", random(3, 1)), 1));
        graph("pow to a half", (sd, x) -> sd.math.pow(x.add(2), 0.5));
        graph("pow to a fraction", (sd, x) -> sd.math.pow(x.add(2), -1.7));
        graph("softmax of the middle", (sd, x) -> sd.nn.softmax(x.reshape(2, 2, 5), 1));
        graph("logSoftmax over rows", (sd, x) -> sd.nn.logSoftmax(x, 0));
        graph("standardize", (sd, x) -> sd.math.standardize(x, 1));
        graph("chain with a reshape", (sd, x) -> sd.math.tanh(x.mul(2).reshape(2, 10).add(sd.var("b", random(40, 10)))).reshape(4, 5).mul(x));
        graph("chain that is read twice", (sd, x) -> {
            SDVariable y = sd.math.exp(x.mul(0.5));
            return y.sum(true, 1).add(y.mul(x)).add(y.mean(0));
        });
        graph("softmax", (sd, x) -> sd.nn.softmax(x, 1));
        graph("softmax of large scores", (sd, x) -> sd.nn.softmax(x.mul(100), -1));
        graph("softmax of rank 3", (sd, x) -> sd.nn.softmax(x.reshape(2, 2, 5), 2));
        graph("logSoftmax of rank 3", (sd, x) -> sd.nn.logSoftmax(x.reshape(2, 2, 5), 2));
        graph("relu with a cut-off", (sd, x) -> sd.nn.relu(x, 0.2));
        graph("softmax over rows", (sd, x) -> sd.nn.softmax(x, 0));
        graph("logSoftmax", (sd, x) -> sd.nn.logSoftmax(x, 1));
        graph("scalars", (sd, x) -> x.add(1.5).mul(2).sub(0.25).div(3).rsub(1).rdiv(2));
        graph("cumsum", (sd, x) -> sd.cumsum(x, false, false, 1));
        graph("identity", (sd, x) -> sd.identity(x));
        graph("cast", (sd, x) -> x.castTo(DataType.FLOAT).castTo(type));
        graph("cast to integers", (sd, x) -> x.mul(x.mul(5).castTo(DataType.INT32).castTo(type)));
        graph("cast to longs", (sd, x) -> x.mul(x.mul(5).castTo(DataType.INT64).castTo(type)));
    }

    private void binary() {
        comparisons();
        graph("add", (sd, x) -> x.add(y(sd)));
        graph("sub", (sd, x) -> x.sub(y(sd)));
        graph("mul", (sd, x) -> x.mul(y(sd)));
        graph("div", (sd, x) -> x.div(y(sd).add(2)));
        graph("reverse sub", (sd, x) -> x.rsub(y(sd)));
        graph("reverse div", (sd, x) -> x.add(2).rdiv(y(sd)));
        graph("power of a variable", (sd, x) -> sd.math.pow(x.add(2), y(sd)));
        graph("sum of three", (sd, x) -> sd.math.mergeAdd(x, y(sd), x.mul(2)));
        graph("broadcast in the middle and around", (sd, x) -> x.reshape(2, 2, 5).mul(sd.var("b", random(3, 2, 1, 5))));
        graph("maximum", (sd, x) -> sd.math.max(x, y(sd)));
        graph("minimum", (sd, x) -> sd.math.min(x, y(sd)));
        graph("maximum of the merged", (sd, x) -> sd.math.mergeMax(x, y(sd)));
        graph("mean of the merged", (sd, x) -> sd.math.mergeAvg(x, y(sd), x.mul(2)));
        graph("minimum with a row", (sd, x) -> sd.math.min(x, sd.var("b", random(3, 5))));
        graph("power of a row", (sd, x) -> sd.math.pow(x.add(2), sd.var("b", random(3, 5))));
        graph("squared difference", (sd, x) -> sd.math.squaredDifference(x, y(sd)));
        graph("broadcast row", (sd, x) -> x.mul(sd.var("b", random(3, 5))).add(sd.var("c", random(4, 1, 5))));
        graph("broadcast column", (sd, x) -> x.div(sd.var("b", random(3, 4, 1)).add(2)).sub(sd.var("c", random(4, 4, 1))));
        graph("broadcast scalar variable", (sd, x) -> x.mul(sd.var("b", Nd4j.scalar(type, 0.7))));
        graph("broadcast of the left", (sd, x) -> sd.var("b", random(3, 5)).mul(x).sub(sd.var("c", random(4, 4, 1)).div(x.add(2))));
        graph("broadcast of both", (sd, x) -> sd.var("b", random(3, 4, 1)).add(sd.var("c", random(4, 1, 5))).mul(x));
        graph("broadcast of the middle", (sd, x) -> x.reshape(2, 2, 5).mul(sd.var("b", random(3, 1, 2, 1))).add(sd.var("c", random(4, 2, 1, 5))));
        graph("one array broadcast two ways", (sd, x) -> {
            SDVariable v = sd.var("v", random(3, 1, 2, 1));
            SDVariable first = sd.var("z", random(4, 3, 2, 4)).add(v);
            return first.reshape(4, 2, 3).add(v).add(x.sum());
        });
        graph("one array broadcast again after another way", (sd, x) -> {
            SDVariable v = sd.var("v", random(3, 2, 1));
            return x.reshape(2, 10).add(v).reshape(5, 2, 2).mul(v).reshape(2, 10).sub(v);
        });
        graph("squared difference with a row", (sd, x) -> sd.math.squaredDifference(x, sd.var("b", random(3, 5))));
        graph("more than a piece", (sd, x) -> sd.tile(x, 31, 37).mul(sd.var("b", random(3, 124, 1))).add(sd.var("c", random(4, 185))).sum(0).mul(0.01));
        graph("same input twice", (sd, x) -> x.mul(x).add(x));
        graph("mmul", (sd, x) -> x.mmul(sd.var("w", random(5, 5, 3))));
        graph("mmul transposed", (sd, x) -> sd.mmul(x, sd.var("w", random(5, 4, 3)), true, false, false));
        graph("batched mmul", (sd, x) -> sd.mmul(sd.var("a", random(6, 2, 3, 4)), sd.var("b", random(7, 2, 4, 5))).add(x.sum()));
        graph("tensor product of neighbouring axes", (sd, x) -> sd.tensorMmul(x.reshape(2, 2, 5), sd.var("w", random(3, 5, 3)), new int[] {2}, 0));
        graph("tensor product of middle axes", (sd, x) -> sd.tensorMmul(x.reshape(2, 2, 5), sd.var("w", random(3, 3, 2, 4)), new int[] {1}, 1));
        graph("tensor product of squares", (sd, x) -> sd.tensorMmul(x.mmul(sd.var("v", random(3, 5, 4))), sd.var("w", random(4, 4, 4)), new int[] {0}, 0));
        graph("batched mmul of rank 4", (sd, x) -> sd.mmul(sd.var("a", random(6, 2, 3, 4, 5)), sd.var("b", random(7, 2, 3, 6, 5)), false, true, false).add(x.sum()));
        graph("products of fields", (sd, x) -> sd.mmul(sd.permute(x.reshape(2, 2, 5), 1, 0, 2), sd.var("w", random(3, 2, 5, 3))));
        graph("dot product attention", (sd, x) -> sd.nn.dotProductAttention(x.reshape(1, 4, 5), sd.var("k", random(3, 1, 4, 6)), sd.var("v", random(4, 1, 4, 6)), null, true));
        graph("bias add", (sd, x) -> sd.nn.biasAdd(x, sd.var("b", random(8, 5)), true));
        graph("linear", (sd, x) -> sd.nn.linear(x, sd.var("w", random(9, 5, 2)), sd.var("b", random(10, 2))));
        graph("linear and relu", (sd, x) -> sd.nn.relu(sd.nn.linear(x.add(y(sd)), sd.var("w", random(9, 5, 2)), sd.var("b", random(10, 2))), 0));
        all.put("placeholder", (sd, fed) -> {
            fed.put("in", random(11, 4, 5).dup('f'));
            return x(sd).mul(sd.placeHolder("in", type, 4, 5));
        });
    }

    private void comparisons() {
        graph("greater than a number", (sd, x) -> x.mul(x.gt(0.2).castTo(type)));
        graph("less than a number", (sd, x) -> x.mul(x.lt(0.2).castTo(type)));
        graph("at least a number", (sd, x) -> x.mul(x.gte(0.2).castTo(type)));
        graph("at most a number", (sd, x) -> x.mul(x.lte(0.2).castTo(type)));
        graph("equal to a number", (sd, x) -> x.mul(sd.math.sign(x).eq(1).castTo(type)));
        graph("different from a number", (sd, x) -> x.mul(sd.math.sign(x).neq(1).castTo(type)));
        graph("greater", (sd, x) -> x.mul(x.gt(y(sd)).castTo(type)));
        graph("less", (sd, x) -> x.mul(x.lt(y(sd)).castTo(type)));
        graph("at least", (sd, x) -> x.mul(x.gte(y(sd)).castTo(type)));
        graph("at most", (sd, x) -> x.mul(x.lte(y(sd)).castTo(type)));
        graph("equal", (sd, x) -> x.mul(sd.math.sign(x).eq(sd.math.sign(y(sd))).castTo(type)));
        graph("different", (sd, x) -> x.mul(sd.math.sign(x).neq(sd.math.sign(y(sd))).castTo(type)));
        graph("greater than a row", (sd, x) -> x.mul(x.gt(sd.var("b", random(3, 5))).castTo(type)));
        graph("greater than a column", (sd, x) -> x.mul(x.gt(sd.var("b", random(3, 4, 1))).castTo(type)));
    }

    private void reductions() {
        graph("sum", (sd, x) -> x.sum(1));
        graph("sum keeping dimensions", (sd, x) -> x.div(x.sum(true, 1).add(5)));
        graph("sum of the first two", (sd, x) -> x.reshape(2, 2, 5).sum(0, 1));
        graph("sum of the middle", (sd, x) -> x.reshape(2, 2, 5).sum(1));
        graph("sum of the outer", (sd, x) -> x.reshape(2, 2, 5).sum(0, 2));
        graph("mean of all", (sd, x) -> x.mean());
        graph("mean of the last two", (sd, x) -> x.reshape(2, 2, 5).mean(true, 1, 2));
        graph("mean of the last, counted from the end", (sd, x) -> x.reshape(2, 2, 5).mean(true, -1));
        graph("min of the last, counted from the end", (sd, x) -> x.reshape(2, 2, 5).min(-1));
        graph("squared norm of all", (sd, x) -> sd.math.squaredNorm(x));
        graph("sum over a dimension of size 1", (sd, x) -> x.reshape(4, 1, 5).sum(1));
        graph("sum of all", (sd, x) -> x.sum());
        graph("mean", (sd, x) -> x.mean(0));
        graph("max", (sd, x) -> x.max(1));
        graph("min", (sd, x) -> x.min(0));
        graph("prod", (sd, x) -> x.prod(1));
        graph("norm1", (sd, x) -> x.norm1(1));
        graph("norm2", (sd, x) -> x.norm2(1));
        graph("squared norm", (sd, x) -> sd.math.squaredNorm(x, 1));
        graph("standard deviation", (sd, x) -> x.std(true, 1));
        graph("variance", (sd, x) -> sd.variance(x, false, 0));
        graph("variance corrected", (sd, x) -> sd.variance(x, true, 1));
        graph("standard deviation of all", (sd, x) -> x.std(false));
        graph("norm2 of the middle", (sd, x) -> x.reshape(2, 2, 5).norm2(1));
        graph("max of the outer", (sd, x) -> x.reshape(2, 2, 5).max(0, 2));
        graph("min of the middle", (sd, x) -> x.reshape(2, 2, 5).min(true, 1));
        graph("max of all", (sd, x) -> x.max());
        graph("max of equals", (sd, x) -> x.mul(0).add(y(sd)).max(1));
        graph("largest absolute value", (sd, x) -> sd.math.abs(x.sub(2)).normmax(1));
        graph("sum of absolute values", (sd, x) -> sd.math.asum(x, 1));
        graph("logSumExp of all", (sd, x) -> sd.math.logSumExp(x.mul(50)));
        graph("logSumExp", (sd, x) -> sd.math.logSumExp(x, 1));
        graph("dot", (sd, x) -> sd.dot(x, y(sd), 1));
        graph("cosine similarity", (sd, x) -> sd.math.cosineSimilarity(x, y(sd), 1));
    }

    private void shapes() {
        graph("reshape", (sd, x) -> x.reshape(2, 10).mul(2).reshape(20));
        graph("reshape of a parameter", (sd, x) -> x.reshape(5, 4));
        graph("transpose", (sd, x) -> sd.transpose(x));
        graph("permute", (sd, x) -> sd.permute(x.reshape(2, 2, 5), 2, 0, 1));
        graph("concat", (sd, x) -> sd.concat(1, x, y(sd), x.mul(2)));
        graph("stack", (sd, x) -> sd.stack(1, x, y(sd)));
        graph("unstack", (sd, x) -> sd.unstack(x, 0, 4)[2]);
        graph("split", (sd, x) -> sd.split(x, 2, 0)[1]);
        graph("slice", (sd, x) -> sd.slice(x, new int[] {1, 2}, 2, 3));
        graph("strided slice", (sd, x) -> sd.stridedSlice(x, new long[] {0, 1}, new long[] {4, 5}, new long[] {2, 2}));
        graph("gather", (sd, x) -> sd.gather(x, sd.constant(Nd4j.createFromArray(3, 0, 3, 1)), 0));
        graph("gather of columns", (sd, x) -> sd.gather(x, sd.constant(Nd4j.createFromArray(new int[][] {{3, 0}, {3, 1}})), 1));
        graph("expand and squeeze", (sd, x) -> sd.squeeze(sd.expandDims(x, 1).mul(3), 1));
        graph("tile", (sd, x) -> sd.tile(x, 2, 3));
        graph("reverse", (sd, x) -> sd.reverse(x, 1));
        graph("one hot product", (sd, x) -> x.mul(sd.oneHot(sd.constant(Nd4j.createFromArray(0, 4, 2, 1)), 5, 1, 1.0, 0.0, type)));
        graph("shape arithmetic", (sd, x) -> x.sum(0).div(sd.sizeAt(x, 0).castTo(type)));
        graph("zeros and ones like", (sd, x) -> x.mul(sd.onesLike(x).mul(2)).add(sd.zerosLike(x)));
        graph("constants only", (sd, x) -> x.mul(sd.constant(random(12, 5)).mul(3).add(1)));
        graph("pad", (sd, x) -> sd.nn.pad(x, sd.constant(Nd4j.createFromArray(new int[][] {{1, 1}, {0, 2}})), 0.0));
    }

    private void movements() {
        graph("transpose of more than a tile", (sd, x) -> sd.transpose(sd.tile(x, 11, 13)).mul(sd.var("b", random(3, 65, 44))));
        graph("permute of rank 4", (sd, x) -> sd.permute(sd.tile(x, 6, 7).reshape(2, 12, 5, 7), 0, 2, 1, 3).mul(sd.var("b", random(3, 2, 5, 12, 7))));
        graph("permute that moves nothing", (sd, x) -> sd.permute(x.reshape(4, 1, 5), 1, 0, 2).mul(3));
        graph("unstack of rows used together", (sd, x) -> {
            SDVariable[] rows = sd.unstack(x.mul(2), 0, 4);
            return rows[0].mul(rows[3]).add(rows[1]);
        });
        graph("unstack of columns used together", (sd, x) -> {
            SDVariable[] columns = sd.unstack(x, 1, 5);
            return columns[0].mul(columns[4]).add(columns[2]);
        });
        graph("split of columns used together", (sd, x) -> {
            SDVariable[] halves = sd.split(sd.concat(1, x, y(sd)), 2, 1);
            return halves[0].mul(halves[1]);
        });
        graph("split of a part", (sd, x) -> sd.split(sd.unstack(x.reshape(2, 2, 5), 0, 2)[1], 2, 0)[1].mul(x.sum(0)));
        graph("stack at the end", (sd, x) -> sd.stack(-1, x, y(sd)));
        graph("concat of rows", (sd, x) -> sd.concat(0, x.mul(2), y(sd), sd.var("z", random(3, 1, 5))));
        graph("slice of rows", (sd, x) -> sd.slice(x.mul(2), new int[] {1, 0}, 2, 5).mul(0.5));
        graph("slice by the rest", (sd, x) -> sd.slice(x, new int[] {1, 2}, 2, -1));
        graph("strided slice with bounds from the end", (sd, x) -> sd.stridedSlice(x, new long[] {-3, 0}, new long[] {-1, 5}, new long[] {1, 3}));
        graph("get an interval", (sd, x) -> x.get(SDIndex.all(), SDIndex.interval(1, 4)));
        graph("get a row", (sd, x) -> x.get(SDIndex.point(1)));
        graph("get a column", (sd, x) -> x.get(SDIndex.all(), SDIndex.point(2)));
        graph("tile of rank 3", (sd, x) -> sd.tile(x.reshape(2, 2, 5), 1, 3, 2));
        graph("pad with a value", (sd, x) -> sd.nn.pad(x, sd.constant(Nd4j.createFromArray(new int[][] {{0, 1}, {2, 0}})), 1.5));
        graph("reverse of both", (sd, x) -> sd.reverse(x, 0, 1).mul(x));
    }

    private void indices() {
        graph("gather of rows of longs", (sd, x) -> sd.gather(x, sd.constant(Nd4j.createFromArray(3L, 0L, 3L)), 0));
        graph("gather of the middle", (sd, x) -> sd.gather(x.reshape(2, 2, 5), sd.constant(Nd4j.createFromArray(1, 0, 1)), 1));
        graph("gather of places", (sd, x) -> sd.gatherNd(x, sd.constant(Nd4j.createFromArray(new int[][] {{3, 0}, {1, 4}, {3, 0}}))));
        graph("gather of slices by places", (sd, x) -> sd.gatherNd(x.reshape(2, 2, 5), sd.constant(Nd4j.createFromArray(new int[][] {{1, 0}, {0, 1}, {1, 0}}))));
        graph("scatter add", (sd, x) -> sd.scatterAdd(x, sd.constant(Nd4j.createFromArray(3, 0, 3)), sd.var("u", random(3, 3, 5))));
        graph("scatter sub", (sd, x) -> sd.scatterSub(x, sd.constant(Nd4j.createFromArray(3, 0, 3)), sd.var("u", random(3, 3, 5))));
        graph("segment sum", (sd, x) -> sd.unsortedSegmentSum(x, sd.constant(Nd4j.createFromArray(2, 0, 2, 4)), 5));
        graph("segment mean", (sd, x) -> sd.unsortedSegmentMean(x, sd.constant(Nd4j.createFromArray(2, 0, 2, 1)), 3));
        graph("segment sum by the root of the count", (sd, x) -> sd.unsortedSegmentSqrtN(x, sd.constant(Nd4j.createFromArray(2, 0, 2, 1)), 3));
        graph("segment max", (sd, x) -> sd.unsortedSegmentMax(x, sd.constant(Nd4j.createFromArray(2, 0, 2, 1)), 3));
        graph("segment min", (sd, x) -> sd.unsortedSegmentMin(x, sd.constant(Nd4j.createFromArray(2, 0, 2, 1)), 3));
        graph("sorted segment sum", (sd, x) -> sd.segmentSum(x, sd.constant(Nd4j.createFromArray(0, 1, 1, 2))));
        graph("sorted segment mean", (sd, x) -> sd.segmentMean(x, sd.constant(Nd4j.createFromArray(0, 1, 1, 2))));
        graph("sorted segment max", (sd, x) -> sd.segmentMax(x, sd.constant(Nd4j.createFromArray(0, 1, 1, 2))));
        graph("one hot of columns", (sd, x) -> x.mul(sd.oneHot(sd.constant(Nd4j.createFromArray(0, 3, -1, 7, 1)), 4, 0, 2.0, 0.5, type)));
    }

    private void losses() {
        graph("softmax cross-entropy", (sd, x) -> sd.loss.softmaxCrossEntropy("out", labels(sd), x, null));
        graph("softmax cross-entropy summed", (sd, x) -> sd.loss.softmaxCrossEntropy("out", labels(sd), x, sd.constant(Nd4j.scalar(type, 0.4)), LossReduce.SUM, 0));
        graph("softmax cross-entropy by count", (sd, x) -> sd.loss.softmaxCrossEntropy("out", labels(sd), x, sd.constant(Nd4j.scalar(type, 0.4)), LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT, 0));
        graph("softmax cross-entropy smoothed", (sd, x) -> sd.loss.softmaxCrossEntropy("out", labels(sd), x, null, LossReduce.MEAN_BY_WEIGHT, 0.1));
        graph("softmax cross-entropy by labels", (sd, x) -> sd.loss.softmaxCrossEntropy("out", sd.nn.softmax(x, 1), y(sd), null));
        graph("softmax cross-entropy per row", (sd, x) -> sd.loss.softmaxCrossEntropy("out", labels(sd), x, null, LossReduce.NONE, 0));
        graph("sparse softmax cross-entropy", (sd, x) -> sd.loss.sparseSoftmaxCrossEntropy(x, sd.constant(Nd4j.createFromArray(0, 4, 2, 1))));
        graph("sigmoid cross-entropy", (sd, x) -> sd.loss.sigmoidCrossEntropy("out", labels(sd), x, null));
        graph("sigmoid cross-entropy smoothed", (sd, x) -> sd.loss.sigmoidCrossEntropy("out", labels(sd), x.mul(9), null, LossReduce.SUM, 0.2));
        graph("sigmoid cross-entropy by labels", (sd, x) -> sd.loss.sigmoidCrossEntropy("out", sd.nn.sigmoid(x), y(sd), sd.constant(Nd4j.scalar(type, 0.4)), LossReduce.NONE, 0));
        graph("log loss by labels", (sd, x) -> sd.loss.logLoss("out", sd.nn.sigmoid(x), sd.nn.sigmoid(y(sd)), sd.constant(Nd4j.scalar(type, 0.4)), LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT, 1e-7));
        graph("sparse softmax cross-entropy of rank 3", (sd, x) -> sd.loss.sparseSoftmaxCrossEntropy(x.mul(7).reshape(2, 2, 5), sd.constant(Nd4j.createFromArray(new int[][] {{0, 4}, {2, 1}}))));
        graph("mean squared error", (sd, x) -> sd.loss.meanSquaredError("out", labels(sd), x, null));
        graph("log loss", (sd, x) -> sd.loss.logLoss("out", labels(sd), sd.nn.sigmoid(x)));
        graph("huber", (sd, x) -> sd.loss.huberLoss("out", labels(sd), x, null, 0.2));
        graph("huber by labels", (sd, x) -> sd.loss.huberLoss("out", y(sd), x, sd.constant(Nd4j.scalar(type, 0.4)), LossReduce.SUM, 0.3));
        graph("absolute difference", (sd, x) -> sd.loss.absoluteDifference("out", y(sd), x, null, LossReduce.MEAN_BY_WEIGHT));
        graph("squared error by labels", (sd, x) -> sd.loss.meanSquaredError("out", y(sd), x, sd.var("weight", Nd4j.scalar(type, 0.4)), LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT));
        graph("squared error of each", (sd, x) -> sd.loss.meanSquaredError("out", y(sd), x, null, LossReduce.NONE));
        graph("softmax cross-entropy smoothed, by labels", (sd, x) -> sd.loss.softmaxCrossEntropy("out", sd.nn.softmax(x, 1), y(sd).mul(9), null, LossReduce.SUM, 0.1));
        graph("l2", (sd, x) -> sd.loss.l2Loss(x));
    }

    private SDVariable labels(SameDiff sd) {
        return sd.constant(Nd4j.eye(5).castTo(type).get(NDArrayIndex.interval(0, 4)).dup());
    }

    private void layers() {
        all.put("perceptron with softmax cross-entropy and l2", (sd, fed) -> {
            fed.put("in", random(20, 6, 5));
            fed.put("labels", Nd4j.eye(6).castTo(type).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup());
            SDVariable in = sd.placeHolder("in", type, 6, 5);
            SDVariable w1 = sd.var("w1", random(21, 5, 7));
            SDVariable w2 = sd.var("w2", random(22, 7, 3));
            SDVariable hidden = sd.nn.relu(in.mmul(w1).add(sd.var("b1", random(23, 7))), 0);
            SDVariable logits = hidden.mmul(w2).add(sd.var("b2", random(24, 3)));
            SDVariable entropies = sd.placeHolder("labels", type, 6, 3).mul(sd.math.log(sd.nn.softmax(logits, 1))).sum(1).neg();
            return entropies.mean().add(sd.math.square(w1).sum().mul(0.01)).add(w2.norm2().mul(0.02));
        });
        graph("layer norm by hand", (sd, x) -> {
            SDVariable centred = x.sub(x.mean(true, 1));
            SDVariable deviation = sd.math.sqrt(sd.math.square(centred).mean(true, 1).add(1e-5));
            return centred.div(deviation).mul(sd.var("gain", random(25, 5))).add(sd.var("bias", random(26, 5)));
        });
        graph("layer norm", (sd, x) -> sd.nn.layerNorm(x, sd.var("gain", random(27, 5)), sd.var("bias", random(28, 5)), true, 1));
        graph("layer norm without bias", (sd, x) -> sd.nn.layerNorm(x, sd.var("gain", random(27, 5)), true, 1));
        graph("layer norm of rank 3", (sd, x) -> sd.nn.layerNorm(x.reshape(2, 2, 5), sd.var("gain", random(27, 5)), sd.var("bias", random(28, 5)), false, 2));
        graph("batch norm", (sd, x) -> sd.nn.batchNorm(x, sd.var("m", random(41, 5)), sd.math.square(sd.var("v", random(42, 5))), sd.var("gain", random(27, 5)), sd.var("bias", random(28, 5)), 0.01, 1));
        graph("batch norm of channels first", (sd, x) -> sd.nn.batchNorm(x.reshape(2, 2, 5, 1), sd.var("m", random(41, 2)), sd.math.square(sd.var("v", random(42, 2))), sd.var("gain", random(27, 2)),
                sd.var("bias", random(28, 2)), 0.01, 1));
        graph("attention", (sd, x) -> {
            SDVariable q = x.mmul(sd.var("q", random(29, 5, 4)));
            SDVariable k = x.mmul(sd.var("k", random(30, 5, 4)));
            return sd.nn.softmax(sd.mmul(q, k, false, true, false).mul(0.5), 1).mmul(x);
        });
        graph("gather, concat, reduce, broadcast", (sd, x) -> {
            SDVariable picked = sd.gather(x, sd.constant(Nd4j.createFromArray(0, 2, 2)), 0);
            SDVariable wide = sd.concat(0, picked, y(sd)).reshape(7, 5);
            return wide.sub(wide.mean(true, 0)).mul(wide.max(true, 1)).sum(1);
        });
        convolution("convolution with strides", 1, Conv2DConfig.builder().kH(3).kW(2).sH(2).sW(3).dataFormat("NCHW").paddingMode(PaddingMode.SAME));
        convolution("convolution with padding", 2, Conv2DConfig.builder().kH(2).kW(3).sH(1).sW(1).pH(1).pW(2).dataFormat("NCHW").paddingMode(PaddingMode.VALID));
        convolution("convolution with dilation", 3, Conv2DConfig.builder().kH(2).kW(3).sH(1).sW(1).dH(3).dW(2).dataFormat("NCHW").paddingMode(PaddingMode.SAME));
        convolution("convolution of patches", 3, Conv2DConfig.builder().kH(2).kW(3).sH(2).sW(3).dataFormat("NCHW").paddingMode(PaddingMode.VALID));
        convolution("convolution of single places", 2, Conv2DConfig.builder().kH(1).kW(1).sH(1).sW(1).dataFormat("NCHW").paddingMode(PaddingMode.SAME));
        convolution("convolution with channels last", 3, Conv2DConfig.builder().kH(2).kW(3).sH(1).sW(1).dataFormat("NHWC").paddingMode(PaddingMode.SAME));
        all.put("convolution", (sd, fed) -> {
            fed.put("in", random(31, 2, 2, 6, 6));
            SDVariable in = sd.placeHolder("in", type, 2, 2, 6, 6);
            SDVariable convolved = sd.cnn.conv2d(in, sd.var("w", random(32, 3, 3, 2, 4)), sd.var("b", random(33, 4)),
                    Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).dataFormat("NCHW").paddingMode(PaddingMode.SAME).build());
            return sd.cnn.maxPooling2d(sd.nn.relu(convolved, 0), Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).isNHWC(false).build());
        });
    }

    /** Without bias; the image is a parameter too. */
    private void convolution(String name, int images, Conv2DConfig.Conv2DConfigBuilder config) {
        all.put(name, (sd, fed) -> {
            Conv2DConfig built = config.build();
            long[] shape = built.getDataFormat().equals("NCHW") ? new long[] {images, 2, 5, 7} : new long[] {images, 5, 7, 2};
            return sd.cnn.conv2d(sd.var("image", random(34, shape)), sd.var("w", random(35, built.getKH(), built.getKW(), 2, 3)), built);
        });
    }
}
