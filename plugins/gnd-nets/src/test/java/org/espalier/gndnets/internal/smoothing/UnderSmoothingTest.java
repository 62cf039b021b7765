package org.espalier.gndnets.internal.smoothing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

import org.espalier.api.dataset.DataFile;
import org.espalier.data.graph.FewLabelSplit;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.io.PlanetoidFiles;
import org.espalier.data.graph.io.PlanetoidReader;
import org.espalier.testkit.fixture.FilesAccess;
import org.junit.jupiter.api.Test;

/** How far the nodes of Cora are from labels: means over the splits of seeds 1 to 10, as an independent implementation measured them. */
class UnderSmoothingTest {

    @Test
    void fewNodesOfCoraHaveALabelNearby() throws IOException {
        GraphData cora = cora();
        assertEquals(0.163, within(2, cora, 2), 0.0005);
        assertEquals(0.305, within(2, cora, 5), 0.0005);
        assertEquals(0.92, within(20, cora, 2), 0.005);
    }

    private static double within(int hops, GraphData cora, int labelsPerClass) {
        return LongStream.rangeClosed(1, 10).mapToDouble(seed -> {
            GraphData split = cora.withSplit(new FewLabelSplit(labelsPerClass, 500).of(cora, seed));
            return LabelDistance.of(split).shareWithin(hops, split.split().test());
        }).average().orElseThrow();
    }

    private static GraphData cora() throws IOException {
        FilesAccess access = new FilesAccess(UnderSmoothingTest.class, Path.of(""), FilesAccess.dataRoots());
        List<DataFile> files = PlanetoidFiles.MEMBERS.stream().map(member -> DataFile.external("planetoid/ind.cora." + member)).toList();
        assumeTrue(files.stream().allMatch(access::has), "the files of cora are in no folder of -Ddata.roots");
        return PlanetoidReader.read("cora", PlanetoidFiles.in(access.path(files.get(0)).getParent(), "cora"), note -> { });
    }
}
