package org.espalier.compute.internal.kernel;

import java.util.function.IntConsumer;

/** Splits the work as that many threads would, and does the last part first. */
public record Backwards(int size) implements Team {
    @Override
    public void run(IntConsumer part) {
        for (int i = size - 1; i >= 0; i--) {
            part.accept(i);
        }
    }
}
