package org.espalier.compute.internal.kernel.indexing;

import java.util.Optional;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Fill;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums, means, sums over the root of the count, and extremes of rows that have the same number in a vector of segments, sorted or not, with their gradients.
 * Segments without rows are 0; the gradient of an extreme goes to every element that equals it.
 */
public final class SegmentKernels implements KernelFactory {
    private static final String UNSORTED = "unsorted_";
    private static final String GRADIENT = "_bp";

    private final Team team;

    public SegmentKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        String name = site.op().opName();
        String kind = name.startsWith(UNSORTED) ? name.substring(UNSORTED.length()) : name;
        if (!kind.startsWith("segment_") || !isTaken(site)) {
            return Optional.empty();
        }
        boolean gradient = kind.endsWith(GRADIENT);
        String value = kind.substring("segment_".length(), kind.length() - (gradient ? GRADIENT.length() : 0));
        return switch (value) {
            case "sum" -> Optional.of(gradient ? shares(site, 0) : sums(site, 0));
            case "mean" -> Optional.of(gradient ? shares(site, 1) : sums(site, 1));
            case "sqrt_n" -> Optional.of(gradient ? shares(site, 0.5) : sums(site, 0.5));
            case "max" -> Optional.of(gradient ? Extremes.gradient(site, 1) : Extremes.of(site, 1));
            case "min" -> Optional.of(gradient ? Extremes.gradient(site, -1) : Extremes.of(site, -1));
            default -> Optional.empty();
        };
    }

    private static boolean isTaken(Site site) {
        INDArray rows = site.input();
        INDArray segments = site.inputs().get(1);
        return Mover.adds(rows.dataType()) && Mover.reaches(rows) && Mover.reaches(site.output()) && site.type() == rows.dataType() && Raw.isDense(rows) && rows.length() > 0 && Indices.areTaken(segments)
                && segments.rank() == 1 && segments.length() == rows.size(0);
    }

    /** Sums divided by a power of the number of rows. */
    private Kernel sums(Site site, double power) {
        INDArray target = site.output();
        Indices segments = new Indices(site, 1);
        Scattering scattering = new Scattering(Mover.add(site.input(), target, 1), Offsets.along(0, target.shape(), segments, false), Math.toIntExact(target.length()), team);
        Kernel zero = Fill.of(target, 0);
        Counts counts = new Counts(segments, Math.toIntExact(target.size(0)));
        Values values = Values.of(target);
        return iteration -> {
            zero.run(iteration);
            scattering.run();
            if (power != 0) {
                counts.scale(values, Math.toIntExact(target.length()), power);
            }
        };
    }

    /** Each row's gradient is its segment's, divided by a power of the number of rows. */
    private static Kernel shares(Site site, double power) {
        INDArray gradient = site.inputs().get(2);
        Indices segments = new Indices(site, 1);
        int count = Math.toIntExact(gradient.size(0));
        int width = Math.toIntExact(gradient.length() / count);
        Counts counts = new Counts(segments, count);
        Values from = Values.of(gradient);
        Values to = Values.of(site.output());
        return iteration -> {
            double[] factors = counts.factors(power);
            int[] numbers = segments.read(false, count);
            for (int row = 0; row < numbers.length; row++) {
                int segment = numbers[row];
                for (int c = 0; c < width; c++) {
                    to.put(row * width + c, factors[segment] * from.get(segment * width + c));
                }
            }
        };
    }
}
