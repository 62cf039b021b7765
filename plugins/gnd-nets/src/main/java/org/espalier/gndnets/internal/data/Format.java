package org.espalier.gndnets.internal.data;

/** The forms in which the graphs are published. */
enum Format {
    /** Pickles of the Planetoid project. */
    PLANETOID,
    /** Tab-separated text of the LINQS group. */
    LINQS,
    /** NumPy archives of the gnn-benchmark and ppnp projects. */
    NPZ,
    /** Text of the Geom-GCN project, plain or gzipped. */
    GEOM
}
