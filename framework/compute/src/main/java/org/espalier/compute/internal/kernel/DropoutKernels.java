package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

import org.espalier.api.compute.op.Dropout;
import org.espalier.compute.internal.memory.Raw;

/** Inverted dropout, element by element. */
final class DropoutKernels implements KernelFactory {
    private final Team team;
    private final Scratch scratch;
    private final long randomKey;

    DropoutKernels(Team team, Scratch scratch, long randomKey) {
        this.team = team;
        this.scratch = scratch;
        this.randomKey = randomKey;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof Dropout dropout)) {
            return Optional.empty();
        }
        Masks masks = new Masks(randomKey, dropout.stream(), dropout.rate());
        return Optional.of(switch (site.type()) {
            case FLOAT -> floats(masks, Raw.floats(site.input()), Raw.floats(site.output()));
            case DOUBLE -> doubles(masks, Raw.doubles(site.input()), Raw.doubles(site.output()));
            default -> throw new IllegalArgumentException("Dropout takes floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        });
    }

    private Kernel floats(Masks masks, FloatBuffer from, FloatBuffer to) {
        return iteration -> {
            float[] in = scratch.floats(0, from.capacity());
            float[] out = scratch.floats(1, to.capacity());
            long start = masks.start(iteration);
            from.get(0, in, 0, from.capacity());
            team.run(part -> {
                int end = start(part + 1, from.capacity());
                for (int i = start(part, from.capacity()); i < end; i++) {
                    out[i] = masks.apply(start, i, in[i]);
                }
            });
            to.put(0, out, 0, to.capacity());
        };
    }

    private Kernel doubles(Masks masks, DoubleBuffer from, DoubleBuffer to) {
        return iteration -> {
            double[] in = scratch.doubles(0, from.capacity());
            double[] out = scratch.doubles(1, to.capacity());
            long start = masks.start(iteration);
            from.get(0, in, 0, from.capacity());
            team.run(part -> {
                int end = start(part + 1, from.capacity());
                for (int i = start(part, from.capacity()); i < end; i++) {
                    out[i] = masks.apply(start, i, in[i]);
                }
            });
            to.put(0, out, 0, to.capacity());
        };
    }

    private int start(int part, int length) {
        return (int) ((long) part * length / team.size());
    }
}
