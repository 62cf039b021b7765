package org.espalier.core.dataset;

import java.util.List;

/** Answers what datasets need, without reading them. */
public interface DatasetCatalog {
    /**
     * The files of a dataset, looked for in the site's data roots.
     *
     * @param id     the dataset's id
     * @param values parameter values as {@code key=value}; the rest are defaults
     * @throws org.espalier.api.error.InputException for an unknown id, key or value, or a parameter without default that is not given
     */
    List<DatasetFile> files(String id, List<String> values);
}
