package org.espalier.shell.internal.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Given;
import org.espalier.shell.internal.verb.Slips;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ext:} datasets, models, trainers and metrics that experiments can use. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=ext", "osgi.command.function=list", "osgi.command.function=describe"})
public final class ExtensionCommands implements VerbSet {
    private static final String POINT = "--point";
    private static final Verb LIST = Verb.of(ExtensionCommands.class, "ext:list").option(POINT, "POINT", "only dataset, model, trainer or metric", Values.POINTS).json()
            .example("ext:list --point model");
    private static final Verb DESCRIBE = Verb.of(ExtensionCommands.class, "ext:describe").needs("ID", "id of an extension", Values.EXTENSIONS)
            .option(POINT, "POINT", "needed only if two points share the id", Values.POINTS).json().example("ext:describe train.full-batch");

    private final ExtensionRegistry registry;

    @Activate
    public ExtensionCommands(@Reference ExtensionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, DESCRIBE);
    }

    @Descriptor("Lists what experiments can use")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<Extension> found = ofPoint(given);
            return given.shown(found, () -> table(found, given.console().width()) + String.join("\n", registry.conflicts()));
        });
    }

    private static String table(List<Extension> extensions, int width) {
        TextTable table = new TextTable().left("point").left("id").left("title").left("data").left("plugin");
        extensions.forEach(e -> table.row(e.point().id(), e.id(), e.title(), e.data(), e.plugin()));
        return table.isEmpty() ? "Nothing is installed; see plugin:list.\n" : table.text(width);
    }

    @Descriptor("Describes an extension and its parameters")
    public Object describe(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return DESCRIBE.answer(session, words, given -> {
            Extension extension = one(ofPoint(given), given.first());
            ParameterSchema schema = registry.schema(extension);
            return given.shown(data(extension, schema), () -> text(extension) + ParameterTable.text(schema, given.console().width()));
        });
    }

    private List<Extension> ofPoint(Given given) {
        return given.option(POINT).map(ExtensionCommands::point).map(registry::all).orElseGet(registry::all);
    }

    private static ExtensionPoint point(String name) {
        return Arrays.stream(ExtensionPoint.values()).filter(p -> p.id().equals(name)).findFirst()
                .orElseThrow(() -> new InputException("There is no extension point '" + name + "'; the points are "
                        + String.join(", ", Arrays.stream(ExtensionPoint.values()).map(ExtensionPoint::id).toList())));
    }

    private static Extension one(List<Extension> candidates, String id) {
        List<Extension> found = candidates.stream().filter(e -> e.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw new InputException("There is no extension '" + id + "'." + Slips.hint(id, candidates.stream().map(Extension::id).toList()) + " ext:list shows all");
        }
        if (found.size() > 1) {
            throw new InputException("'" + id + "' is the id of a " + String.join(" and of a ", found.stream().map(e -> e.point().id()).toList()) + "; say which with " + POINT);
        }
        return found.get(0);
    }

    private static Map<String, Object> data(Extension extension, ParameterSchema schema) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("extension", extension);
        data.put("parameters", schema.parameters());
        return data;
    }

    private static String text(Extension e) {
        return e.id() + " (" + e.point().id() + "): " + e.title() + "\n" + "from " + e.plugin() + " " + e.version()
                + part("data", e.data()) + part("form", e.form()) + part("predictions", e.judges()) + "\n\n";
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "; " + name + ": " + value;
    }
}
