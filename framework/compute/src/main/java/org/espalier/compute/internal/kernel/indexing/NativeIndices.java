package org.espalier.compute.internal.kernel.indexing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** What ops of ND4J's native library take as indices. The library does not look at them: one outside of its array would read or overwrite whatever lies there. */
public final class NativeIndices {
    private final Site site;
    private final String name;

    private NativeIndices(Site site) {
        this.site = site;
        this.name = site.op().opName();
    }

    /** An input of indices, and the sizes of what they index as in {@link Indices#read}. */
    private record Use(int input, long... sizes) {
    }

    /**
     * A kernel that looks at the op's indices, if it takes any, before it does the work.
     *
     * @throws IllegalArgumentException if the indices are of a type that cannot be looked at
     */
    public static Kernel checked(Site site, Kernel work) {
        return new NativeIndices(site).use().filter(use -> !site.inputs().get(use.input).isEmpty()).map(use -> checked(site, use, work)).orElse(work);
    }

    private static Kernel checked(Site site, Use use, Kernel work) {
        INDArray array = site.inputs().get(use.input);
        if (!Indices.areTaken(array)) {
            throw new IllegalArgumentException("Op '" + site.op().opName() + "' of variable '" + site.name() + "' takes indices of type INT or LONG, not " + array.dataType()
                    + ": cast them");
        }
        Indices indices = new Indices(site, use.input);
        int[] sizes = LongStream.of(use.sizes).mapToInt(size -> (int) Math.min(size, Integer.MAX_VALUE)).toArray();
        return iteration -> {
            indices.read(false, sizes);
            work.run(iteration);
        };
    }

    private Optional<Use> use() {
        if (name.contains("segment_")) {
            return Optional.of(new Use(1, (name.endsWith("_bp") ? site.inputs().get(2) : site.output()).size(0)));
        }
        if (name.equals("scatter_nd")) {
            return Optional.of(vectors(0, site.output()));
        }
        if (name.equals("gather_nd") || name.startsWith("scatter_nd_")) {
            return Optional.of(vectors(1, site.input()));
        }
        if (name.startsWith("scatter_") || name.equals("embedding_lookup")) {
            return Optional.of(new Use(1, site.input().size(0)));
        }
        if (name.startsWith("sparse_softmax_cross_entropy")) {
            return Optional.of(new Use(0, site.inputs().get(1).size(-1)));
        }
        return name.equals("gather") ? Optional.of(new Use(1, site.input().size(axis()))) : Optional.empty();
    }

    /** Vectors over the first axes of an array. */
    private Use vectors(int input, INDArray array) {
        return new Use(input, Arrays.copyOf(array.shape(), Math.toIntExact(site.inputs().get(input).size(-1))));
    }

    private int axis() {
        DynamicCustomOp op = (DynamicCustomOp) site.op();
        if (op.numIArguments() > 0) {
            return Math.toIntExact(op.getIArgument(0));
        }
        return site.inputs().size() > 2 ? site.inputs().get(2).getInt(0) : 0;
    }
}
