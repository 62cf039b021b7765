package org.espalier.graphfm.internal.data;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of UCI's Adult (1994 census): 14 and the label, whose spellings end with a full stop in the test file. */
final class Adult {
    static final CensusTable TABLE = new CensusTable(
            List.of("age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship", "race", "sex", "capital-gain",
                    "capital-loss", "hours-per-week", "native-country"),
            Set.of("age", "education-num", "capital-gain", "capital-loss", "hours-per-week"), "fnlwgt", Map.of(">50K", 1, ">50K.", 1, "<=50K", 0, "<=50K.", 0));

    private Adult() {
    }
}
