package org.espalier.data.graph.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.internal.text.Lines.Line;

/** The nodes of a LINQS graph: a line holds an id, D features and a label, divided by tabs. */
final class LinqsContent {
    private static final String UNKNOWN = "-1";

    private final Lines lines;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final String[] names;
    private final CsrBuilder features;
    private final int width;

    LinqsContent(Lines lines) {
        this.lines = lines;
        this.names = new String[lines.lines().size()];
        this.width = lines.lines().isEmpty() ? 0 : tabs(lines.lines().get(0).text()) - 1;
        this.features = new CsrBuilder(names.length, Math.max(width, 0));
        lines.lines().forEach(this::take);
    }

    /** Node of each id, in the order of the lines. */
    Map<String, Integer> nodes() {
        return nodes;
    }

    /** File and line of a node. */
    String where(int node) {
        return lines.file() + ":" + lines.lines().get(node).number();
    }

    CsrMatrix features() {
        return features.build(Double::sum);
    }

    /** The classes in alphabetical order. */
    List<String> classes() {
        return List.of(names).stream().filter(name -> !name.equals(UNKNOWN)).distinct().sorted().toList();
    }

    int[] labels() {
        List<String> classes = classes();
        return List.of(names).stream().mapToInt(name -> name.equals(UNKNOWN) ? GraphData.UNLABELLED : classes.indexOf(name)).toArray();
    }

    private void take(Line line) {
        String text = line.text();
        if (tabs(text) != width + 1 || width < 0) {
            throw lines.wrong(line, tabs(text) + " tabs where " + Math.max(width + 1, 1) + " divide an id, the features and a label");
        }
        int node = nodes.size();
        int idEnd = text.indexOf('\t');
        int labelStart = text.lastIndexOf('\t') + 1;
        String id = text.substring(0, idEnd).strip();
        if (nodes.putIfAbsent(id, node) != null) {
            throw lines.wrong(line, "id '" + id + "' was already given in line " + lines.lines().get(nodes.get(id)).number());
        }
        names[node] = text.substring(labelStart).strip();
        takeFeatures(line, node, idEnd + 1);
    }

    private void takeFeatures(Line line, int node, int from) {
        int start = from;
        for (int column = 0; column < width; column++) {
            int end = line.text().indexOf('\t', start);
            if (end - start != 1 || line.text().charAt(start) != '0') {
                takeFeature(line, node, column, line.text().substring(start, end));
            }
            start = end + 1;
        }
    }

    private void takeFeature(Line line, int node, int column, String cell) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw lines.wrong(line, "'" + cell + "' as feature " + column + " is not a number");
        }
        if (value != 0) {
            features.add(node, column, value);
        }
    }

    private static int tabs(String text) {
        return (int) text.chars().filter(c -> c == '\t').count();
    }
}
