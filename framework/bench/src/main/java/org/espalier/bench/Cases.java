package org.espalier.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All cases by name; {@code peer.py} has the same computations under the same names. */
final class Cases {
    private static final Map<String, Supplier<Case>> ALL = new LinkedHashMap<>();

    static {
        for (int n : new int[] {16, 64, 128, 256, 512, 1024, 2048}) {
            ALL.put("matmul-" + n, () -> Ops.matmul(n));
        }
        for (int elements : new int[] {1_000, 10_000, 100_000, 1_000_000, 10_000_000}) {
            ALL.put("chain-" + elements, () -> Ops.chain(elements));
        }
        ALL.put("softmax-64x10", () -> Ops.softmax(64, 10));
        ALL.put("softmax-1024x1000", () -> Ops.softmax(1024, 1000));
        ALL.put("softmax-8192x64", () -> Ops.softmax(8192, 64));
        ALL.put("gelu-2048x512", () -> Ops.gelu(2048, 512, false));
        ALL.put("gelu-2048x512-grad", () -> Ops.gelu(2048, 512, true));
        ALL.put("layer-norm-64x128", () -> Ops.layerNorm(64, 128, false));
        ALL.put("layer-norm-2048x512", () -> Ops.layerNorm(2048, 512, false));
        ALL.put("layer-norm-2048x512-grad", () -> Ops.layerNorm(2048, 512, true));
        ALL.put("sparse-cora-16-grad", () -> Ops.sparse(2708, 13264, 16));
        ALL.put("sparse-pubmed-16-grad", () -> Ops.sparse(19717, 108365, 16));
        ALL.put("mlp-step", Steps::perceptron);
        ALL.put("transformer-step", Steps::transformer);
        ALL.put("rk4-step", Steps::rungeKutta);
        ALL.put("embedding-step", Steps::embedding);
        ALL.put("embedding-lazy-step", Steps::embeddingLazily);
    }

    private Cases() {
    }

    /** Names of the cases that match a regular expression, in order. */
    static List<String> matching(String expression) {
        return ALL.keySet().stream().filter(name -> name.matches(expression)).toList();
    }

    static Case named(String name) {
        return ALL.get(name).get();
    }
}
