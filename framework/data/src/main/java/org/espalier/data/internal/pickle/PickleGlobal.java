package org.espalier.data.internal.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names that pickles may mention. They stand for values of this package; no class is looked up. */
enum PickleGlobal {
    LIST("__builtin__ list", "builtins list"),
    DEFAULT_DICT("collections defaultdict"),
    /** How protocol 2 writes the bytes of Python 3. */
    ENCODE("_codecs encode"),
    RECONSTRUCT("numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct"),
    ARRAY("numpy ndarray"),
    TYPE("numpy dtype"),
    MATRIX("scipy.sparse.csr csr_matrix", "scipy.sparse._csr csr_matrix");

    /** Module and name, as the versions of Python, NumPy and SciPy have them. */
    private final List<String> names;

    PickleGlobal(String... names) {
        this.names = List.of(names);
    }

    /** The global of a module and a name; empty if it is not one of these. */
    static Optional<PickleGlobal> of(String module, String name) {
        return Arrays.stream(values()).filter(global -> global.names.contains(module + " " + name)).findFirst();
    }
}
