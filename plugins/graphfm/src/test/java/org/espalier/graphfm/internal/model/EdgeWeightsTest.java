package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.data.field.FieldData;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EdgeWeightsTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(3);
    private static final String LAYER = "edge-weights-layer-1";
    private static final int M = 4;

    @Test
    void showsTheWantedRowsAndTheMeanOverAllWithTheNamesOfTheFields() throws Exception {
        Map<String, Figure.HeatMap> figures = new LinkedHashMap<>();
        inLease(lease -> {
            EdgeWeights edges = new EdgeWeights(Clicks.of(40), 1, List.of(4, 2, 99));
            edges.look(new int[] {0, 1}, Map.of(LAYER, counted(0, 2)));
            edges.look(new int[] {2, 3}, Map.of(LAYER, counted(2, 2)));
            edges.report(into(figures));
        });
        assertEquals(List.of(LAYER + "-mean", LAYER + "-row-2", LAYER + "-row-4"), List.copyOf(figures.keySet()));
        Figure.HeatMap mean = figures.get(LAYER + "-mean");
        assertEquals(List.of("hour", "site", "device", "genres"), mean.rows());
        assertEquals(mean.rows(), mean.columns());
        assertEquals(3 * M + 2 + 1.5 * M * M, mean.values().get(3).get(2), "field 3 selects field 2");
        assertEquals(2 * M + 3 + M * M, figures.get(LAYER + "-row-2").values().get(2).get(3));
        assertEquals(3 * M * M, figures.get(LAYER + "-row-4").values().get(0).get(0));
    }

    @Test
    void titlesTellARowsValuesByField() throws Exception {
        Map<String, Figure.HeatMap> figures = new LinkedHashMap<>();
        inLease(lease -> {
            EdgeWeights edges = new EdgeWeights(Clicks.of(40), 1, List.of(1));
            edges.look(new int[] {0}, Map.of(LAYER, counted(0, 1)));
            edges.report(into(figures));
        });
        String title = figures.get(LAYER + "-row-1").title();
        assertTrue(title.matches("Edge weights of layer 1, test row 1: hour 0\\.\\d+, site feature [1-4], device missing, genres feature \\d+(\\|feature \\d+)?"), title);
    }

    @Test
    void areThoseOfTheModel() throws Exception {
        FieldData data = Clicks.of(40);
        int[] examples = IntStream.range(0, data.size(Part.TEST)).toArray();
        GraphSettings settings = new GraphSettings(4, List.of(4), List.of(2), 2, GraphSettings.Neighbourhood.CODE, true, true, true, true, 0, 0, List.of(), 0, 0, List.of(1, 3));
        GraphFmModel model = new GraphFmModel(settings, RANDOM);
        Map<String, Figure.HeatMap> figures = new LinkedHashMap<>();
        inLease(lease -> {
            Network network = model.network(data, Mode.EVALUATION, examples.length);
            String watched = network.watched().get(LAYER).name();
            Program program = lease.compile(ProgramRequest.inference(lease.parameters(network.initialValues()), network.output(), network.watched().get(LAYER)));
            Map<String, INDArray> batch = model.batch(data, Part.TEST, examples);
            List.of(FieldInputs.INDEX, FieldInputs.WEIGHT).forEach(name -> program.feed(name, batch.get(name)));
            program.run();
            INDArray p = program.output(watched);
            Inspector inspector = model.inspector(data).orElseThrow();
            inspector.look(examples, Map.of(LAYER, p));
            inspector.report(into(figures));
            for (int i = 0; i < M; i++) {
                int field = i;
                long kept = IntStream.range(0, M).filter(j -> p.getDouble(2, field, j) > 0).count();
                assertTrue(kept >= 2, "each field keeps the best two, and their equals");
                for (int j = 0; j < M; j++) {
                    assertEquals(p.getDouble(2, i, j), figures.get(LAYER + "-row-3").values().get(i).get(j), 1e-7);
                }
            }
        });
    }

    private static INDArray counted(int from, int rows) {
        return Nd4j.arange(from * M * M, (from + rows) * M * M).reshape(rows, M, M).castTo(DataType.FLOAT);
    }

    private interface Work {
        void run(Lease lease) throws Exception;
    }

    private static void inLease(Work work) throws Exception {
        try (Lease lease = Computes.lease("edges")) {
            lease.call(() -> {
                work.run(lease);
                return null;
            });
        }
    }

    private static Inspection into(Map<String, Figure.HeatMap> figures) {
        return new Inspection() {
            @Override
            public void number(String name, double value) {
                throw new AssertionError("No number is expected");
            }

            @Override
            public void figure(String name, Figure figure) {
                figures.put(name, (Figure.HeatMap) figure);
            }
        };
    }
}
