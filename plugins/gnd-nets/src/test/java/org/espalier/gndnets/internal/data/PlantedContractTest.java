package org.espalier.gndnets.internal.data;

import java.util.Map;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.DatasetContract;

class PlantedContractTest extends DatasetContract<GraphData> {
    @Override
    protected Class<? extends Dataset<GraphData>> extension() {
        return PlantedDataset.class;
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("nodes", "300");
    }
}
