package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.model.DirectModel;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.ExtensionContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Label propagation and label spreading. */
class DirectModelsTest {

    /** What both have in common. */
    abstract static class OfModel extends ExtensionContract {
        private final DirectModel<GraphData> model;

        OfModel(DirectModel<GraphData> model) {
            this.model = model;
        }

        @Override
        protected Class<?> extension() {
            return model.getClass();
        }

        @Test
        void scoresTheLabelledNodesOfEveryPart() {
            for (Part part : Part.values()) {
                assertEquals(Rings.labelled(part), scores(Rings.data(), part).size());
            }
        }

        @Test
        void tellsTheRingsApart() {
            ClassScores test = scores(Rings.data(), Part.TEST);
            for (int i = 0; i < test.size(); i++) {
                assertEquals(test.truth()[i], test.predicted(i));
            }
        }

        @Test
        void seesNoLabelButThoseOfTheTrainingPart() {
            GraphData data = Rings.data();
            int[] other = data.labels().clone();
            for (int node : new int[] {1, 3, 4, 8, 10}) {
                other[node] = 1 - other[node];
            }
            GraphData swapped = new GraphData(data.name(), data.adjacency(), data.features(), other, data.classes(), data.split());
            assertArrayEquals(scores(data, Part.TEST).scores(), scores(swapped, Part.TEST).scores());
        }

        @Test
        void givesNodesThatNoLabelReachesTheFirstClassAndFiniteScores() {
            GraphData data = Rings.data();
            ClassScores test = scores(data.withAdjacency(new CsrBuilder(data.nodes(), data.nodes()).build(Math::max)), Part.TEST);
            assertEquals(0, test.predicted(2));
            assertTrue(Arrays.stream(test.scores()).allMatch(Double::isFinite));
        }

        private ClassScores scores(GraphData data, Part part) {
            return (ClassScores) model.predictions(data, part);
        }
    }

    @Nested
    class Propagation extends OfModel {
        Propagation() {
            super(new LabelPropagationModel(new LabelPropagationModel.Parameters(200)));
        }
    }

    @Nested
    class SpreadingOfLabels extends OfModel {
        SpreadingOfLabels() {
            super(new LabelSpreadingModel(new LabelSpreadingModel.Parameters(0.9, 500)));
        }
    }
}
