package org.espalier.compute.internal.instrument;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.espalier.api.compute.Profile.Line;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;

/** Times kernels by the name of their op. What a kernel spends in kernels of its own, as a loop does, counts for those. Used on one thread. */
public final class Profiler {
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private long inner;

    private static final class Counter {
        private volatile long calls;
        private volatile long nanos;
        private volatile long bytes;
        private volatile long multiplyAdds;
    }

    Kernel timed(Site site, Kernel kernel) {
        long bytes = Stream.concat(site.inputs().stream(), site.outputs().stream()).filter(Objects::nonNull).mapToLong(array -> array.length() * array.dataType().width()).sum();
        return timed(site.op().opName(), bytes, multiplyAdds(site), kernel);
    }

    Kernel timed(String name, long bytes, long multiplyAdds, Kernel kernel) {
        Counter counter = counters.computeIfAbsent(name, n -> new Counter());
        return iteration -> {
            long outer = inner;
            inner = 0;
            long start = System.nanoTime();
            try {
                kernel.run(iteration);
            } finally {
                long elapsed = System.nanoTime() - start;
                add(counter, elapsed - inner, bytes, multiplyAdds);
                inner = outer + elapsed;
            }
        };
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private static void add(Counter counter, long nanos, long bytes, long multiplyAdds) {
        counter.calls++;
        counter.nanos += nanos;
        counter.bytes += bytes;
        counter.multiplyAdds += multiplyAdds;
    }

    /** From the sizes of factors and result alone: of [m, k], [k, n] and [m, n], times each other, the root is m k n. */
    private static long multiplyAdds(Site site) {
        DifferentialFunction op = site.op();
        List<INDArray> inputs = site.inputs();
        if (op instanceof Mmul) {
            return multiplyAdds(inputs.get(0), inputs.get(1), site.outputs().get(0));
        }
        return op instanceof MmulBp ? 2 * multiplyAdds(inputs.get(0), inputs.get(1), inputs.get(2)) : 0;
    }

    private static long multiplyAdds(INDArray left, INDArray right, INDArray product) {
        long matrices = 1;
        for (int d = 0; d < product.rank() - 2; d++) {
            matrices *= product.size(d);
        }
        return Math.round(Math.sqrt((double) left.length() * right.length() * product.length() / matrices));
    }

    /** Those that took longest first. */
    public List<Line> lines() {
        return counters.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).filter(line -> line.calls() > 0)
                .sorted(Comparator.comparingDouble(Line::seconds).reversed()).toList();
    }

    private static Line line(String op, Counter counter) {
        return new Line(op, counter.calls, counter.nanos / 1e9, counter.bytes, counter.multiplyAdds);
    }
}
