package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.api.error.InputException;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Parameters that cannot be are refused before a device is asked for. */
class RefusalTest {

    private static GraphSettings settings(List<Integer> widths, List<Integer> neighbours, int heads) {
        return new GraphSettings(4, widths, neighbours, heads, GraphSettings.Neighbourhood.CODE, true, true, true, true, 0, 0, List.of(), 0, 0, List.of(1, 2, 3));
    }

    private static void assertRefused(String expected, Executable attempt) {
        InputException refused = assertThrows(InputException.class, attempt);
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }

    @Test
    void moreNeighboursThanFields() {
        GraphFmModel model = new GraphFmModel(settings(List.of(4, 4), List.of(4, 5), 2), new TestRandomSource(1));
        assertRefused("keep 5 neighbours in layer 2, but clicks has 4 fields", () -> model.nativeMemory(Clicks.of(16)));
    }

    @Test
    void neighboursForAnotherNumberOfLayers() {
        assertRefused("has 2 layers (widths [4, 4]), but 'neighbours' has 1 numbers", () -> settings(List.of(4, 4), List.of(4), 2));
    }

    @Test
    void headsThatDoNotDivideAWidth() {
        assertRefused("width 6, which 4 heads do not divide", () -> settings(List.of(4, 6), List.of(), 4));
        assertRefused("graphfm.autoint has a layer of width 3", () -> new AutoIntModel.Parameters(4, List.of(3), 2, List.of(), 0, 0, 0));
        assertRefused("graphfm.fignn has a layer of width 3", () -> new FiGnnModel.Parameters(4, List.of(4, 3), 2, 0, 0));
    }

    @Test
    void headsThatDoNotDivideTheLastWidthOfInterHat() {
        assertRefused("graphfm.interhat has a layer of width 3, which 2 heads do not divide", () -> new InterHatModel.Parameters(4, List.of(4, 3), 2, 0, 0));
        new InterHatModel.Parameters(4, List.of(3, 4), 2, 0, 0);
    }

    @Test
    void noLayers() {
        assertRefused("'widths' is empty", () -> settings(List.of(), List.of(), 1));
        assertRefused("'hidden' is empty", () -> new NfmModel.Parameters(4, List.of(), 0, 0));
    }

    @Test
    void withoutNeighboursGivenAllFieldsAreNeighbours() {
        assertEquals(39, settings(List.of(4), List.of(), 2).neighbours(0, 39));
    }
}
