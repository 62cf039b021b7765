package org.espalier.standard.internal.trainer;

/**
 * What becomes of the examples of an epoch that do not fill its last batch. The official code of GraphFM and of AutoInt leaves them out; PyTorch's
 * data loader keeps them unless told otherwise.
 */
public enum LastBatch {
    /** They are left out. */
    DROP,
    /** They are a smaller batch of their own. */
    KEEP
}
