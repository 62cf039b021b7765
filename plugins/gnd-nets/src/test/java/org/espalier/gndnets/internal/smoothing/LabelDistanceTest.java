package org.espalier.gndnets.internal.smoothing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.junit.jupiter.api.Test;

class LabelDistanceTest {
    /** 0 - 1 - 2 - 3, one way each, and 4 alone; 0 is labelled. */
    private final GraphData path = new GraphData("path", new CsrBuilder(5, 5).add(0, 1, 1).add(2, 1, 1).add(2, 3, 1).build(Math::max), new CsrBuilder(5, 1).build(Math::max),
            new int[5], List.of("a"), new Split(new int[] {0}, new int[0], new int[] {1, 2, 3, 4}));

    @Test
    void countsHopsAgainstTheDirectionToo() {
        assertArrayEquals(new int[] {0, 1, 2, 3, LabelDistance.UNREACHED}, LabelDistance.of(path).hops());
    }

    @Test
    void sharesCountWhatIsNeverReached() {
        assertEquals(0.5, LabelDistance.of(path).shareWithin(2, path.split().test()));
        assertEquals(0.75, LabelDistance.of(path).shareWithin(1000, path.split().test()));
    }
}
