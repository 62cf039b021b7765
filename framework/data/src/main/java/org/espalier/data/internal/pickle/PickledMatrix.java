package org.espalier.data.internal.pickle;

import java.util.Map;
import java.util.Optional;

import org.espalier.data.internal.CsrParts;
import org.espalier.data.numpy.NumpyArray;

/** SciPy's {@code csr_matrix}. */
final class PickledMatrix implements Buildable {
    private final String file;
    private CsrParts parts;

    PickledMatrix(String file) {
        this.file = file;
    }

    /** State: a map of attributes. */
    @Override
    public void build(Object state) {
        Map<?, ?> attributes = (Map<?, ?>) state;
        parts = new CsrParts(file, PickledArray.sizes(attributes.get("_shape")), array(attributes, "indptr"), array(attributes, "indices"), array(attributes, "data"));
    }

    /** Empty if the pickle gave no state. */
    Optional<CsrParts> parts() {
        return Optional.ofNullable(parts);
    }

    private static NumpyArray array(Map<?, ?> attributes, String name) {
        return ((PickledArray) attributes.get(name)).array();
    }
}
