package org.espalier.shell.internal.command;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.dataset.DatasetCatalog;
import org.espalier.core.dataset.DatasetFile;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.report.terminal.Format;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code data:} datasets, their files, and whether these were found. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=data", "osgi.command.function=list", "osgi.command.function=describe", "osgi.command.function=fetch"})
public final class DataCommands implements VerbSet {
    private static final Verb LIST = Verb.of(DataCommands.class, "data:list").json().example("data:list");
    private static final Verb DESCRIBE = Verb.of(DataCommands.class, "data:describe").needs("DATASET", "id of a dataset", Values.DATASETS)
            .takesMany("KEY=VALUE", "values of its parameters", Values.SETTINGS).json().example("data:describe gndnets.citation name=cora");

    private static final Verb FETCH = Verb.of(DataCommands.class, "data:fetch").needs("DATASET", "id of a dataset", Values.DATASETS)
            .takesMany("KEY=VALUE", "values of its parameters", Values.SETTINGS).example("data:fetch gndnets.citation name=cora");

    private final ExtensionRegistry registry;
    private final DatasetCatalog datasets;

    @Activate
    public DataCommands(@Reference ExtensionRegistry registry, @Reference DatasetCatalog datasets) {
        this.registry = registry;
        this.datasets = datasets;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, DESCRIBE, FETCH);
    }

    @Descriptor("Lists the datasets and whether their files were found")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            Map<Extension, String> found = registry.all(ExtensionPoint.DATASET).stream().collect(Collectors.toMap(e -> e, this::state, (a, b) -> a, LinkedHashMap::new));
            return given.shown(found.entrySet().stream().map(e -> Map.of("dataset", e.getKey(), "files", e.getValue())).toList(), () -> table(found, given.console().width()));
        });
    }

    private static String table(Map<Extension, String> found, int width) {
        TextTable table = new TextTable().left("dataset").left("title").left("data").left("files");
        found.forEach((e, state) -> table.row(e.id(), e.title(), e.data(), state));
        return table.isEmpty() ? "No plugin offers a dataset; see plugin:list." : table.text(width);
    }

    /** With default parameters; a dataset that has none says what it needs to be told. */
    private String state(Extension dataset) {
        try {
            List<DatasetFile> files = datasets.files(dataset.id(), List.of());
            List<String> missing = files.stream().filter(f -> f.file().needed() && f.found().isEmpty() && !f.file().bundled()).map(f -> f.file().name()).toList();
            boolean bundled = files.stream().allMatch(f -> f.file().bundled());
            return !missing.isEmpty() ? "missing: " + String.join(", ", missing) : files.isEmpty() ? "needs none" : bundled ? "in the plugin" : "found";
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    @Descriptor("Shows the files of a dataset, where they are, and its parameters")
    public Object describe(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return DESCRIBE.answer(session, words, given -> {
            Extension dataset = registry.get(ExtensionPoint.DATASET, given.first());
            List<DatasetFile> files = datasets.files(dataset.id(), given.rest());
            int width = given.console().width();
            return given.shown(files, () -> dataset.id() + ": " + dataset.title() + "\n\n" + files(files, width) + "\n" + ParameterTable.text(registry.schema(dataset), width));
        });
    }

    @Descriptor("Downloads the published files of a dataset that are missing")
    public Object fetch(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return FETCH.answer(session, words, given -> {
            try {
                int fetched = datasets.fetch(given.first(), given.rest(), file -> given.console().progress().println("Fetching " + file.source().orElseThrow()));
                return fetched == 0 ? "Nothing that is published is missing." : "Fetched " + Format.count(fetched, "file") + ".";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InputException("Stopped. Give the same command again to go on", e);
            }
        });
    }

    private static String files(List<DatasetFile> files, int width) {
        TextTable table = new TextTable().left("file").left("state").left("source");
        files.forEach(f -> table.row(f.file().path(), state(f), f.file().source().map(URI::toString).orElse("")));
        return table.isEmpty() ? "It reads no files.\n" : table.text(width);
    }

    private static String state(DatasetFile f) {
        return f.file().bundled() ? "in the plugin" : f.found().map(path -> "found: " + path).orElse(f.file().needed() ? "missing" : "not there, not needed");
    }
}
