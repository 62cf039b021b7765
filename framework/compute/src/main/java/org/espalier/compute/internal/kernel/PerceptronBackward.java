package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A pointwise perceptron's gradients, tile by tile. Tiles form groups, by the shape alone; each group sums the gradients by the matrices for itself, and the groups'
 * sums are added in their order, so the thread count does not show.
 */
final class PerceptronBackward implements Kernel {
    private static final int MOST_GROUPS = 32;

    private final List<INDArray> maps;
    private final INDArray gradient;
    private final List<INDArray> byMaps;
    private final INDArray byFirst;
    private final INDArray bySecond;
    private final int length;
    private final int places;
    private final int tileCount;
    private final Team team;
    private final PerceptronTile[] tiles;
    private final INDArray[] firstSums;
    private final INDArray[] secondSums;

    PerceptronBackward(Site site, Team team) {
        int last = site.inputs().size() - 1;
        this.maps = site.inputs().subList(2, last);
        this.gradient = site.inputs().get(last);
        this.byFirst = site.output();
        this.bySecond = site.outputs().get(1);
        this.byMaps = site.outputs().subList(2, site.outputs().size());
        this.length = Math.toIntExact(gradient.length());
        this.places = PerceptronTile.places(Math.toIntExact(site.input().size(1)));
        this.tileCount = (length + places - 1) / places;
        this.team = team;
        this.tiles = Stream.generate(() -> new PerceptronTile(site.input(), site.inputs().get(1))).limit(team.size()).toArray(PerceptronTile[]::new);
        int groups = Math.min(MOST_GROUPS, tileCount);
        this.firstSums = IntStream.range(0, groups).mapToObj(group -> Nd4j.create(byFirst.dataType(), byFirst.shape())).toArray(INDArray[]::new);
        this.secondSums = IntStream.range(0, groups).mapToObj(group -> Nd4j.create(bySecond.dataType(), bySecond.shape())).toArray(INDArray[]::new);
    }

    @Override
    public void run(long iteration) {
        team.run(part -> {
            for (int group = part; group < firstSums.length; group += team.size()) {
                sum(group, tiles[part]);
            }
        });
        byFirst.assign(0);
        bySecond.assign(0);
        for (int group = 0; group < firstSums.length; group++) {
            byFirst.addi(firstSums[group]);
            bySecond.addi(secondSums[group]);
        }
    }

    private void sum(int group, PerceptronTile tile) {
        firstSums[group].assign(0);
        secondSums[group].assign(0);
        int end = (int) ((group + 1L) * tileCount / firstSums.length);
        for (int t = (int) ((long) group * tileCount / firstSums.length); t < end; t++) {
            tile.backward(maps, gradient, t * places, Math.min(places, length - t * places), byMaps);
            firstSums[group].addi(tile.byFirst());
            secondSums[group].addi(tile.bySecond());
        }
    }
}
