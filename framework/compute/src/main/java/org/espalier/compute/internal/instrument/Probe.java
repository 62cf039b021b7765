package org.espalier.compute.internal.instrument;

import java.util.function.Consumer;

/** Takes a kernel of several ops apart. */
@FunctionalInterface
public interface Probe {
    /** Does the ops in their order, on memory of its own, and shows each when it is done. */
    void run(long iteration, Consumer<Work> done);
}
