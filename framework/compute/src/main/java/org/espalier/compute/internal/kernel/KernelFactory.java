package org.espalier.compute.internal.kernel;

import java.util.Optional;

/** Knows how to run some ops. */
@FunctionalInterface
public interface KernelFactory {
    /** A kernel for this op and these arrays; empty if another factory should try. */
    Optional<Kernel> create(Site site);
}
