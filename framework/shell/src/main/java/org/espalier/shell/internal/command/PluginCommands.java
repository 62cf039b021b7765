package org.espalier.shell.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.core.plugin.Plugin;
import org.espalier.core.plugin.PluginCatalog;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Given;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:} what is installed, and why it works or not. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=plugin", "osgi.command.function=list", "osgi.command.function=why",
        "osgi.command.function=install", "osgi.command.function=update", "osgi.command.function=remove"})
public final class PluginCommands implements VerbSet {
    private static final Verb LIST = Verb.of(PluginCommands.class, "plugin:list").json().example("plugin:list");
    private static final Verb WHY = Verb.of(PluginCommands.class, "plugin:why")
            .needs("PLUGIN", "name or file name of a plugin", Values.PLUGINS).example("plugin:why org.espalier.gnd-nets");
    private static final Verb INSTALL = Verb.of(PluginCommands.class, "plugin:install").needs("JAR", "file of a bundle", Values.FILES)
            .flag("--simulate", "only check, and tell what would happen").example("plugin:install --simulate my-plugin-1.0.jar");
    private static final Verb UPDATE = Verb.of(PluginCommands.class, "plugin:update").needs("JAR", "file of a newer version", Values.FILES)
            .flag("--simulate", "only check, and tell what would happen").example("plugin:update my-plugin-1.1.jar");
    private static final Verb REMOVE = Verb.of(PluginCommands.class, "plugin:remove")
            .needs("PLUGIN", "name or file name of a plugin", Values.PLUGINS).example("plugin:remove my.plugin");

    private final PluginCatalog plugins;

    @Activate
    public PluginCommands(@Reference PluginCatalog plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, WHY, INSTALL, UPDATE, REMOVE);
    }

    @Descriptor("Lists the plugins and what state they are in")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<Plugin> all = plugins.list();
            return given.shown(all, () -> table(all, given.console().width()));
        });
    }

    private static String table(List<Plugin> all, int width) {
        TextTable table = new TextTable().left("plugin").left("version").left("state").right("extensions").left("used by").left("problem");
        all.forEach(p -> table.row(p.name(), p.version(), p.state().name().toLowerCase(Locale.ROOT), p.extensions().size(),
                String.join(", ", p.usedBy()), p.problem().orElse("")));
        return table.isEmpty() ? "No plugin is installed. Put one into the plugin folder, or use plugin:install." : table.text(width);
    }

    @Descriptor("Says in plain words why a plugin is or is not active")
    public Object why(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return WHY.answer(session, words, given -> plugins.why(given.first()));
    }

    @Descriptor("Checks a jar and puts it into the plugin folder")
    public Object install(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return INSTALL.answer(session, words, given -> install(session, given));
    }

    @Descriptor("Replaces a plugin by a newer version")
    public Object update(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return UPDATE.answer(session, words, given -> install(session, given));
    }

    private String install(CommandSession session, Given given) {
        Path jar = session.currentDir().resolve(given.first());
        return plugins.install(jar, given.has("--simulate"));
    }

    @Descriptor("Takes a plugin out of the plugin folder")
    public Object remove(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return REMOVE.answer(session, words, given -> plugins.remove(given.first()));
    }
}
