package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

import org.espalier.api.compute.op.Dropout;
import org.espalier.compute.internal.memory.Raw;

/** Inverted dropout, element by element. */
final class DropoutKernels implements KernelFactory {
    private final Team team;
    private final long randomKey;

    DropoutKernels(Team team, long randomKey) {
        this.team = team;
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

    private Kernel floats(Masks masks, FloatBuffer in, FloatBuffer out) {
        return iteration -> {
            long start = masks.start(iteration);
            team.run(part -> {
                int end = start(part + 1, in.capacity());
                for (int i = start(part, in.capacity()); i < end; i++) {
                    out.put(i, in.get(i) * (float) masks.factor(start, i));
                }
            });
        };
    }

    private Kernel doubles(Masks masks, DoubleBuffer in, DoubleBuffer out) {
        return iteration -> {
            long start = masks.start(iteration);
            team.run(part -> {
                int end = start(part + 1, in.capacity());
                for (int i = start(part, in.capacity()); i < end; i++) {
                    out.put(i, in.get(i) * masks.factor(start, i));
                }
            });
        };
    }

    private int start(int part, int length) {
        return (int) ((long) part * length / team.size());
    }
}
