package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A pointwise perceptron's output, tile by tile; tiles are shared out among the threads. */
final class PerceptronForward implements Kernel {
    private final List<INDArray> maps;
    private final INDArray out;
    private final int length;
    private final int places;
    private final Team team;
    private final PerceptronTile[] tiles;

    PerceptronForward(Site site, Team team) {
        this.maps = site.inputs().subList(2, site.inputs().size());
        this.out = site.output();
        this.length = Math.toIntExact(out.length());
        this.places = PerceptronTile.places(Math.toIntExact(site.input().size(1)));
        this.team = team;
        this.tiles = Stream.generate(() -> new PerceptronTile(site.input(), site.inputs().get(1))).limit(team.size()).toArray(PerceptronTile[]::new);
    }

    @Override
    public void run(long iteration) {
        team.run(part -> {
            for (int from = part * places; from < length; from += team.size() * places) {
                tiles[part].forward(maps, from, Math.min(places, length - from), out);
            }
        });
    }
}
