package org.espalier.core.internal.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.core.internal.config.Lists;
import org.espalier.core.internal.text.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML mapping that knows where it stands; wrong shapes are refused with file and line. */
public final class YamlMap {
    private final String file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    YamlMap(String file, Node node) {
        this.file = file;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "a mapping (key: value) is expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "key '" + key + "' is given twice");
            }
        }
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public Collection<String> keys() {
        return entries.keySet();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** @throws InputException if there is a key beside the known ones, with the nearest */
    public YamlMap only(List<String> known) {
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw problem(value, "unknown key '" + key + "'." + Nearest.hint(key, known));
            }
        });
        return this;
    }

    /** @throws InputException if the key is missing or holds no single value */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new InputException(file + ":" + line + ": key '" + key + "' is missing"));
    }

    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(entries.get(key)).map(this::scalar);
    }

    /** The mapping under a key; an absent or empty one has no entries. */
    public YamlMap map(String key) {
        Node node = entries.get(key);
        return new YamlMap(file, node == null || isNull(node) ? new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK) : node);
    }

    public boolean isMap(String key) {
        return entries.get(key) instanceof MappingNode;
    }

    public boolean isList(String key) {
        return entries.get(key) instanceof SequenceNode;
    }

    /** The list of single values under a key; a single value is a list of one; absent is empty. */
    public List<String> texts(String key) {
        Node node = entries.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue().stream().map(this::scalar).toList() : List.of(scalar(node));
    }

    /** The list of mappings under a key; absent is empty. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : items(key)) {
            maps.add(new YamlMap(file, node));
        }
        return maps;
    }

    /** The list of lists of single values under a key; absent is empty. */
    public List<List<String>> rows(String key) {
        List<List<String>> rows = new ArrayList<>();
        for (Node node : items(key)) {
            if (!(node instanceof SequenceNode row)) {
                throw problem(node, "a row [a, b, …] is expected here");
            }
            rows.add(row.getValue().stream().map(this::scalar).toList());
        }
        return rows;
    }

    private List<Node> items(String key) {
        Node node = entries.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(node, "a list is expected for '" + key + "'");
        }
        return sequence.getValue();
    }

    /** The value under a key as one text: lists as {@code [a, b]}, nothing as the empty text. */
    public String value(String key) {
        return isNull(entries.get(key)) ? "" : written(entries.get(key));
    }

    /** The list of values under a key, each as one text; a single value is a list of one; absent is empty. */
    public List<String> values(String key) {
        Node node = entries.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue().stream().map(this::written).toList() : List.of(scalar(node));
    }

    private String written(Node node) {
        return node instanceof SequenceNode list ? Lists.join(list.getValue().stream().map(this::item).toList()) : scalar(node);
    }

    private String item(Node node) {
        return node instanceof SequenceNode ? written(node) : Lists.write(scalar(node));
    }

    /** The line of the value under a key. */
    public int line(String key) {
        return line(entries.get(key));
    }

    /** A complaint about the value under a key. */
    public InputException problem(String key, String text) {
        return problem(entries.get(key), text);
    }

    private String scalar(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem(node, "a single value is expected here");
        }
        return scalar.getValue();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    private InputException problem(Node node, String text) {
        return new InputException(file + ":" + line(node) + ": " + text);
    }
}
