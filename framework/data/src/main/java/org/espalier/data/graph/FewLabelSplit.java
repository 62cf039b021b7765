package org.espalier.data.graph;

import java.util.Arrays;
import java.util.List;

import org.espalier.api.error.InputException;
import org.espalier.data.Split;
import org.espalier.data.numpy.LegacyRandom;

/**
 * The split of studies with few labels (GND-Nets, arXiv 2201.09698, and its official code): the nodes are walked in the order of NumPy's legacy
 * shuffle; a node joins the training part while its class needs members; once every class has them, the next nodes are for
 * validation and all the rest for test. Nodes passed on the way without being taken are in no part.
 *
 * @param perClass   training nodes of each class, at least 1
 * @param validation validation nodes, at least 1
 */
public record FewLabelSplit(int perClass, int validation) {

    /**
     * Splits the nodes of a graph.
     *
     * @param seed in [0, 2^32)
     * @throws InputException if a class has too few nodes, naming it, or no test node would remain
     */
    public Split of(GraphData graph, long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new InputException("Seed " + seed + " cannot split the nodes of '" + graph.name() + "': the published protocol takes seeds from 0 to 4294967295");
        }
        return of(graph.name(), graph.labels(), graph.classes(), new LegacyRandom(seed).permutation(graph.nodes()));
    }

    private Split of(String name, int[] labels, List<String> classes, int[] order) {
        requireMembers(name, labels, classes);
        int[] train = new int[perClass * classes.size()];
        int[] missing = new int[classes.size()];
        Arrays.fill(missing, perClass);
        int taken = 0;
        int walked = 0;
        while (taken < train.length) {
            int node = order[walked++];
            if (labels[node] >= 0 && missing[labels[node]]-- > 0) {
                train[taken++] = node;
            }
        }
        if (order.length - walked <= validation) {
            throw new InputException("Of the " + order.length + " nodes of '" + name + "', " + walked + " were passed to find " + perClass
                    + " of each class; with " + validation + " validation nodes none would be left for test. Ask for fewer labels per class or validation nodes");
        }
        int testStart = walked + validation;
        return new Split(train, Arrays.copyOfRange(order, walked, testStart), Arrays.copyOfRange(order, testStart, order.length));
    }

    private void requireMembers(String name, int[] labels, List<String> classes) {
        for (int c = 0; c < classes.size(); c++) {
            int wanted = c;
            long members = Arrays.stream(labels).filter(label -> label == wanted).count();
            if (members < perClass) {
                throw new InputException("Class '" + classes.get(c) + "' of '" + name + "' has " + members + (members == 1 ? " node" : " nodes") + ", fewer than the " + perClass
                        + " training labels per class asked for");
            }
        }
    }
}
