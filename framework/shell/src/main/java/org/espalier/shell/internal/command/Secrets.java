package org.espalier.shell.internal.command;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps passwords and the like out of what is written down. */
final class Secrets {
    private static final String HIDDEN = "(hidden)";
    private static final Pattern SECRET = Pattern.compile("(?i).*(passw|secret|token|credential|api.?key|auth|private).*");
    private static final Pattern LINE = Pattern.compile("(?im)^(\\s*[\\w.-]*(?:passw|secret|token|credential|api.?key|auth|private)[\\w.-]*\\s*[=:]).*$");
    private static final Pattern IN_ADDRESS = Pattern.compile("//[^/@\\s]+@");
    /** Environment variables that concern this program; the rest of the environment is nobody's business. */
    private static final Pattern OURS = Pattern.compile("ESPALIER_.*|JAVA_.*|OMP_.*|OPENBLAS_.*|MKL_.*|CUDA_.*|SD_.*|ND4J_.*|LANG|LC_.*|TERM|COLUMNS");

    private Secrets() {
    }

    static String visibleProperties() {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return lines(properties);
    }

    static String visibleEnvironment() {
        return lines(System.getenv().entrySet().stream().filter(e -> OURS.matcher(e.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    /** The text of a configuration file with secret values left out. */
    static String masked(String text) {
        return IN_ADDRESS.matcher(LINE.matcher(text).replaceAll("$1 " + HIDDEN)).replaceAll("//" + HIDDEN + "@");
    }

    static String lines(Map<String, String> values) {
        return values.entrySet().stream().map(e -> e.getKey() + "=" + value(e.getKey(), e.getValue()) + "\n").collect(Collectors.joining());
    }

    private static String value(String key, String value) {
        return SECRET.matcher(key).matches() ? HIDDEN : IN_ADDRESS.matcher(value).replaceAll("//" + HIDDEN + "@").replace("\n", "\\n");
    }
}
