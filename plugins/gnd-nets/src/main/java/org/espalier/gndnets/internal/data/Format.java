package org.espalier.gndnets.internal.data;

/** The forms in which citation graphs are published. */
enum Format {
    /** Pickles of the Planetoid project. */
    PLANETOID,
    /** Tab-separated text of the LINQS group. */
    LINQS,
    /** NumPy archives of the gnn-benchmark and ppnp projects. */
    NPZ
}
