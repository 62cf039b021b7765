package org.espalier.api.compute;

import java.util.List;

/**
 * Where a lease's time went.
 *
 * @param seconds     time of all work on the compute thread
 * @param productRate multiply-adds a second of large matrix products on the lease's threads, measured for comparison in the type of most of the products; 0 if no op was a product
 * @param lines       kinds of ops, those that took longest first
 */
public record Profile(double seconds, double productRate, List<Line> lines) {
    public Profile {
        lines = List.copyOf(lines);
    }

    /**
     * One kind of op.
     *
     * @param op           its name in the graph
     * @param calls        how often such ops ran
     * @param seconds      time in them
     * @param bytes        bytes of the arrays they read and wrote
     * @param multiplyAdds multiply-adds of those that are made of matrix products; otherwise 0
     */
    public record Line(String op, long calls, double seconds, long bytes, long multiplyAdds) {
    }

    /** Time outside programs: preparing batches, predictions, metrics. */
    public double outside() {
        return Math.max(0, seconds - lines.stream().mapToDouble(Line::seconds).sum());
    }
}
