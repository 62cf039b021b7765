package org.espalier.data.internal.pickle;

import java.util.Arrays;
import java.util.Optional;

/** The names that pickles may mention. They stand for values of this package; no class is looked up. */
enum PickleGlobal {
    LIST("__builtin__ list"),
    DEFAULT_DICT("collections defaultdict"),
    RECONSTRUCT("numpy.core.multiarray _reconstruct"),
    ARRAY("numpy ndarray"),
    TYPE("numpy dtype"),
    MATRIX("scipy.sparse.csr csr_matrix");

    private final String fullName;

    PickleGlobal(String fullName) {
        this.fullName = fullName;
    }

    /** The global of a module and a name; empty if it is not one of these. */
    static Optional<PickleGlobal> of(String module, String name) {
        return Arrays.stream(values()).filter(global -> global.fullName.equals(module + " " + name)).findFirst();
    }
}
