package org.espalier.gndnets.internal.data;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.DatasetContract;

class KarateContractTest extends DatasetContract<GraphData> {
    @Override
    protected Class<? extends Dataset<GraphData>> extension() {
        return KarateDataset.class;
    }
}
