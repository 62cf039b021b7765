package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * A pointwise perceptron's output, tile by tile; tiles are shared out among the threads.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PerceptronForward<A> implements Kernel {
    private final Memory<A> second;
    private final Memory<A> out;
    private final int places;
    private final Team team;
    private final List<PerceptronTile<A>> tiles;

    PerceptronForward(Site site, Team team, Supplier<Vectors<A>> vectors, NativeMemory memory) {
        this.second = vectors.get().memory(site.inputs().get(1));
        this.out = vectors.get().memory(site.output());
        this.places = PerceptronTile.places(Math.toIntExact(site.input().size(1)));
        this.team = team;
        this.tiles = Stream.generate(() -> new PerceptronTile<>(site.input(), site.inputs().get(2), vectors.get(), memory)).limit(team.size()).toList();
    }

    @Override
    public void run(long iteration) {
        team.run(part -> {
            for (int from = part * places; from < out.size(); from += team.size() * places) {
                tiles.get(part).forward(from, Math.min(places, out.size() - from), second, out);
            }
        });
    }
}
