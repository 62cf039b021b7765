package org.espalier.api.compute;

import java.util.Optional;

/**
 * Something that can run programs.
 *
 * @param id         e.g. {@code cpu}, {@code cuda:0}
 * @param name       for people, e.g. the processor's model
 * @param backend    what drives it and in which precisions, e.g. {@code nd4j-cpu 1.0.0-M2.1, OpenBLAS, AVX2; float32 and float64, no bfloat16 or float16}
 * @param threads    threads that leases can share, at least 1
 * @param memory     bytes that leases can share
 * @param unusable   why it cannot be used, in a sentence; empty if it can
 */
public record Device(String id, String name, String backend, int threads, long memory, Optional<String> unusable) {
}
