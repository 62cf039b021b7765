package org.espalier.compute.internal.program;

/** Something of a lease that holds memory until it is closed. */
public interface Holding extends AutoCloseable {
    /** Bytes held now; 0 once closed. */
    long held();

    @Override
    void close();
}
