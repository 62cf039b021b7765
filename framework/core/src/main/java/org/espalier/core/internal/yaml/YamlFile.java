package org.espalier.core.internal.yaml;

import java.io.StringReader;

import org.espalier.api.error.InputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Parses YAML into nodes only: no tag in a file ever makes an object. */
public final class YamlFile {
    private YamlFile() {
    }

    /** @throws InputException with file and line if the text is no YAML mapping */
    public static YamlMap parse(String file, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new InputException(file + ":1: the file is empty");
            }
            return new YamlMap(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InputException(file + ":" + line + ": not valid YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new InputException(file + ":1: not valid YAML: " + e.getMessage(), e);
        }
    }
}
