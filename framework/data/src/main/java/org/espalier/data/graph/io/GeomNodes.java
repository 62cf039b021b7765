package org.espalier.data.graph.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.Labels;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.internal.text.Lines.Line;

/**
 * The nodes of a Geom-GCN graph, in lines of an id, features divided by commas and a class, divided by tabs; the first line is a header. If the ids are the numbers 0 to N - 1, they are
 * the nodes' numbers, as in the project's own code; otherwise nodes are numbered in the order of their lines.
 */
final class GeomNodes {
    private static final int COLUMNS = 3;

    private final Lines file;
    private final List<Line> lines;
    private final Map<String, Integer> ids;
    private final int[] lineOfNode;
    private final int[] labels;
    private final CsrBuilder features;

    GeomNodes(Lines file, GeomFeatures form) {
        this.file = file;
        this.lines = file.lines().stream().skip(1).toList();
        this.labels = new int[lines.size()];
        this.lineOfNode = new int[lines.size()];
        this.ids = numbered(lineOfId());
        int width = lines.isEmpty() ? 0 : form.width(columns(lines.get(0))[1]);
        this.features = new CsrBuilder(labels.length, width);
        for (int i = 0; i < lines.size(); i++) {
            take(i, form, width);
        }
    }

    private Map<String, Integer> lineOfId() {
        Map<String, Integer> lineOfId = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String id = id(lines.get(i));
            Integer before = lineOfId.putIfAbsent(id, i);
            if (before != null) {
                throw file.wrong(lines.get(i), "id '" + id + "' was already given in line " + lines.get(before).number());
            }
        }
        return lineOfId;
    }

    private static Map<String, Integer> numbered(Map<String, Integer> lineOfId) {
        if (IntStream.range(0, lineOfId.size()).allMatch(node -> lineOfId.containsKey(Integer.toString(node)))) {
            lineOfId.replaceAll((id, line) -> Integer.valueOf(id));
        }
        return lineOfId;
    }

    /** Node of each id. */
    Map<String, Integer> ids() {
        return ids;
    }

    /** File and line of a node. */
    String where(int node) {
        return file.file() + ":" + lines.get(lineOfNode[node]).number();
    }

    CsrMatrix features() {
        return features.build(Math::max);
    }

    int[] labels() {
        return labels;
    }

    List<String> classes() {
        return Labels.numbered(Arrays.stream(labels).max().orElse(GraphData.UNLABELLED) + 1);
    }

    private void take(int at, GeomFeatures form, int width) {
        Line line = lines.get(at);
        String[] columns = columns(line);
        int node = ids.get(id(line));
        lineOfNode[node] = at;
        labels[node] = label(line, columns[2].strip());
        form.take(line, GeomFeatures.cells(columns[1]), node, features, width);
    }

    private String id(Line line) {
        return columns(line)[0].strip();
    }

    private String[] columns(Line line) {
        String[] columns = line.text().split("\t", -1);
        if (columns.length != COLUMNS) {
            throw file.wrong(line, columns.length + " columns where an id, the features and a class are divided by tabs");
        }
        return columns;
    }

    private int label(Line line, String text) {
        try {
            int label = Integer.parseInt(text);
            if (label >= GraphData.UNLABELLED && label < labels.length) {
                return label;
            }
        } catch (NumberFormatException e) {
            throw new DataException(file.wrong(line, "'" + text + "' is not the number of a class").getMessage(), e);
        }
        throw file.wrong(line, "class " + text + " is neither -1, for not known, nor one of at most " + labels.length + " classes of as many nodes, counted from 0");
    }
}
