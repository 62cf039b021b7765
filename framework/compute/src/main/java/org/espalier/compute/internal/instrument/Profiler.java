package org.espalier.compute.internal.instrument;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Profile.Line;
import org.espalier.compute.internal.kernel.Kernel;
import org.nd4j.linalg.api.buffer.DataType;

/** Times kernels by the name of their op. What a kernel spends in kernels of its own, as a loop does, counts for those. Used on one thread. */
public final class Profiler {
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<DataType, Long> products = new EnumMap<>(DataType.class);
    private long inner;

    private static final class Counter {
        private long calls;
        private long nanos;
        private long bytes;
        private long multiplyAdds;
    }

    Kernel timed(Work work, Kernel kernel) {
        Kernel timed = timed(work.op(), work.bytes(), work.multiplyAdds(), kernel);
        if (work.multiplyAdds() == 0) {
            return timed;
        }
        DataType type = work.outputs().get(0).dataType();
        return iteration -> {
            products.merge(type, work.multiplyAdds(), Long::sum);
            timed.run(iteration);
        };
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

    private static void add(Counter counter, long nanos, long bytes, long multiplyAdds) {
        counter.calls++;
        counter.nanos += nanos;
        counter.bytes += bytes;
        counter.multiplyAdds += multiplyAdds;
    }

    /** The element type of most multiply-adds; empty if there were none. */
    public Optional<DataType> productType() {
        return products.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
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
