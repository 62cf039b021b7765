package org.espalier.core.dataset;

import java.util.List;
import java.util.function.Consumer;

import org.espalier.api.dataset.DataFile;

/** Answers what datasets need, without reading them, and gets what is missing. */
public interface DatasetCatalog {
    /**
     * The files of a dataset, looked for in the site's data roots.
     *
     * @param id     the dataset's id
     * @param values parameter values as {@code key=value}; the rest are defaults
     * @throws org.espalier.api.error.InputException for an unknown id, key or value, or a parameter without default that is not given
     */
    List<DatasetFile> files(String id, List<String> values);

    /**
     * Downloads the files of a dataset that are missing and published somewhere into the site's first data root. What was cut off earlier is continued.
     *
     * @param told hears of each file before it is downloaded
     * @return how many files were downloaded
     * @throws org.espalier.api.error.InputException as {@link #files}; if no data root is set, a needed file is published nowhere, or a download fails
     * @throws InterruptedException                  if the thread was interrupted; nothing half-done is taken for a data file
     */
    int fetch(String id, List<String> values, Consumer<DataFile> told) throws InterruptedException;
}
