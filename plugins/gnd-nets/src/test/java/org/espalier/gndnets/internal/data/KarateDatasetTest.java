package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.espalier.api.error.InputException;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarateDatasetTest {
    @TempDir
    Path folder;

    @Test
    void hasTheClubsMembersFriendshipsAndSides() throws IOException {
        GraphData club = load(1, 2);
        assertEquals(34, club.nodes());
        assertEquals(2 * 78, club.adjacency().entries());
        assertEquals(List.of("Mr._Hi", "Officer"), club.classes());
        assertEquals(17, Arrays.stream(club.labels()).filter(label -> label == 0).count());
    }

    @Test
    void givesEachMemberAFeatureOfItsOwn() throws IOException {
        GraphData club = load(1, 2);
        for (int member = 0; member < club.nodes(); member++) {
            assertEquals(member, club.features().columns()[member]);
        }
    }

    @Test
    void splitsAsAskedFor() throws IOException {
        assertEquals(4, load(3, 2).split().train().length);
        assertEquals(8, load(3, 2).split().validation().length);
    }

    @Test
    void refusesMoreLabelsThanASideHasMembers() {
        assertThrows(InputException.class, () -> load(1, 18));
    }

    private GraphData load(long seed, int labelsPerClass) throws IOException {
        return new KarateDataset(new KarateDataset.Parameters(labelsPerClass, 8), new TestRandomSource(seed)).load(new FilesAccess(KarateDataset.class, folder, List.of()));
    }
}
