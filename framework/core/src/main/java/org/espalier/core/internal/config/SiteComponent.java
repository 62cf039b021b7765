package org.espalier.core.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.Layer;
import org.espalier.core.internal.yaml.YamlFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads {@code conf/site.yaml} and the environment, each time anew: an edit counts from the next run on. */
@Component
public final class SiteComponent implements Site {
    private static final String FILE = "conf/site.yaml";

    private final Path home;
    private final Path plugins;
    private final Map<String, String> environment;

    @Activate
    public SiteComponent(BundleContext context) {
        this(Path.of(property(context, "espalier.home", ".")), Path.of(property(context, "espalier.plugins", "plugins")), System.getenv());
    }

    SiteComponent(Path home, Path plugins, Map<String, String> environment) {
        this.home = home;
        this.plugins = plugins;
        this.environment = environment;
    }

    private static String property(BundleContext context, String key, String fallback) {
        return Optional.ofNullable(context.getProperty(key)).orElse(fallback);
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Path plugins() {
        return plugins;
    }

    @Override
    public List<Layer> layers() {
        return List.of(defaults(), file(), environment());
    }

    @Override
    public String get(SiteKey key) {
        String value = key.initial();
        for (Layer layer : layers()) {
            Setting setting = layer.settings().get(key.key());
            value = setting == null ? value : setting.value();
        }
        return value;
    }

    private static Layer defaults() {
        Map<String, Setting> values = new LinkedHashMap<>();
        for (SiteKey key : SiteKey.values()) {
            values.put(key.key(), new Setting(key.key(), key.initial(), new Origin("default", "")));
        }
        return new Layer(values, Set.of());
    }

    private Layer file() {
        Path file = home.resolve(FILE);
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            boolean empty = text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
            return empty ? new Layer(Map.of(), Set.of()) : Flattener.flatten("site", YamlFile.parse(FILE, text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Layer environment() {
        Map<String, Setting> values = new LinkedHashMap<>();
        for (SiteKey key : SiteKey.values()) {
            Optional.ofNullable(environment.get(key.variable()))
                    .ifPresent(value -> values.put(key.key(), new Setting(key.key(), value, new Origin("environment", key.variable()))));
        }
        return new Layer(values, Set.of());
    }
}
