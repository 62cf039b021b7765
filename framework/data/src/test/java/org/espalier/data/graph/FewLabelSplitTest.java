package org.espalier.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.espalier.api.error.InputException;
import org.espalier.data.Split;
import org.junit.jupiter.api.Test;

/** With seed 4, NumPy walks six nodes in the order 4 5 3 0 1 2. */
class FewLabelSplitTest {

    @Test
    void takesTheFirstOfEachClassThenValidationThenTest() {
        Split split = new FewLabelSplit(1, 1).of(Graphs.labelled(2, 1, 0, 0, 1, 0, 1), 4);
        assertArrayEquals(new int[] {4, 5}, split.train());
        assertArrayEquals(new int[] {3}, split.validation());
        assertArrayEquals(new int[] {0, 1, 2}, split.test());
    }

    @Test
    void leavesNodesPassedOnTheWayInNoPart() {
        Split split = new FewLabelSplit(1, 1).of(Graphs.labelled(2, 1, 0, 0, 0, 0, 0), 4);
        assertArrayEquals(new int[] {4, 0}, split.train());
        assertArrayEquals(new int[] {1}, split.validation());
        assertArrayEquals(new int[] {2}, split.test());
    }

    @Test
    void neverTrainsOnAnUnlabelledNode() {
        Split split = new FewLabelSplit(1, 1).of(Graphs.labelled(2, 1, 0, 0, 0, -1, 0), 4);
        assertArrayEquals(new int[] {5, 0}, split.train());
    }

    @Test
    void namesTheClassWithTooFewNodes() {
        InputException e = assertThrows(InputException.class, () -> new FewLabelSplit(2, 1).of(Graphs.labelled(2, 0, 0, 0, 0, 0, 1), 4));
        assertEquals("Class 'b' of 'tiny' has 1 node, fewer than the 2 training labels per class asked for", e.getMessage());
    }

    @Test
    void refusesToLeaveNoTestNode() {
        InputException e = assertThrows(InputException.class, () -> new FewLabelSplit(1, 4).of(Graphs.labelled(2, 1, 0, 0, 1, 0, 1), 4));
        assertEquals(true, e.getMessage().contains("none would be left for test"), e.getMessage());
    }

    @Test
    void refusesSeedsOutsideTheProtocol() {
        assertThrows(InputException.class, () -> new FewLabelSplit(1, 1).of(Graphs.labelled(2, 1, 0, 0, 1, 0, 1), -1));
    }
}
