package org.espalier.core.internal.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.core.config.Site;
import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.ExperimentInfo;
import org.espalier.core.experiment.Plan;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.experiment.BundleFiles.Entry;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.text.Nearest;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds experiments in bundles, in the installation and at paths. */
@Component
public final class ExperimentCatalogComponent implements ExperimentCatalog {
    private final Site site;
    private final BundleFiles bundled;
    private final Planner planner;

    @Activate
    public ExperimentCatalogComponent(BundleContext context, @Reference Site site, @Reference ExtensionRegistry registry, @Reference Retired retired) {
        this.site = site;
        this.bundled = new BundleFiles(context, retired, "OSGI-INF/espalier/experiments");
        this.planner = new Planner(site, registry);
    }

    @Override
    public List<ExperimentInfo> list() {
        return List.copyOf(readable(new ArrayList<>()).values().stream().map(e -> new ExperimentInfo(e.id(), e.title(), e.paper(), e.source())).toList());
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        readable(problems);
        return problems;
    }

    @Override
    public String text(String idOrFile) {
        return find(idOrFile).text();
    }

    @Override
    public Experiment load(String idOrFile) {
        Entry entry = find(idOrFile);
        return ExperimentReader.read(entry.name(), entry.text());
    }

    @Override
    public Plan plan(String idOrFile, List<String> overrides) {
        return planner.plan(load(idOrFile), overrides);
    }

    private Map<String, Experiment> readable(List<String> problems) {
        Map<String, Experiment> readable = new TreeMap<>();
        for (Entry entry : entries()) {
            try {
                Experiment experiment = ExperimentReader.read(entry.name(), entry.text());
                Experiment other = readable.putIfAbsent(experiment.id(), experiment);
                if (other != null) {
                    problems.add("Experiment '" + experiment.id() + "' is defined twice: in " + other.source() + " and in " + entry.name());
                }
            } catch (InputException e) {
                problems.add(e.getMessage());
            }
        }
        return readable;
    }

    private Entry find(String idOrFile) {
        Path file = Path.of(idOrFile);
        if (idOrFile.endsWith(".yaml") || idOrFile.endsWith(".yml")) {
            return read(file);
        }
        List<String> problems = new ArrayList<>();
        Map<String, Experiment> readable = readable(problems);
        Experiment found = readable.get(idOrFile);
        if (found == null) {
            throw new InputException("There is no experiment '" + idOrFile + "'." + Nearest.hint(idOrFile, readable.keySet())
                    + (problems.isEmpty() ? "" : " Unreadable: " + String.join("; ", problems)));
        }
        return entries().stream().filter(entry -> entry.name().equals(found.source())).findFirst().orElseThrow();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(bundled.all());
        Path folder = site.home().resolve("conf/experiments");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(f -> entries.add(read(f)));
            } catch (IOException e) {
                throw new InputException("Cannot list the experiments in " + folder + ": " + e.getMessage(), e);
            }
        }
        return entries;
    }

    private static Entry read(Path file) {
        try {
            return new Entry(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new InputException("Cannot read the experiment file '" + file + "': " + (Files.exists(file) ? e.getMessage() : "there is no such file"), e);
        }
    }
}
