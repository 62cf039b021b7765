package org.espalier.core.internal.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.Site;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.plugin.JarInspector.Identity;
import org.espalier.core.internal.run.Usage;
import org.espalier.core.internal.text.Nearest;
import org.espalier.core.plugin.Plugin;
import org.espalier.core.plugin.Plugin.State;
import org.espalier.core.plugin.PluginCatalog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the framework's and the folder's present state, so there is nothing to lose at a restart. */
@Component
public final class PluginCatalogComponent implements PluginCatalog {
    private final BundleContext context;
    private final ExtensionRegistry registry;
    private final Usage usage;
    private final Retired retired;
    private final PluginFolder folder;
    private final Diagnosis diagnosis;

    @Activate
    public PluginCatalogComponent(BundleContext context, @Reference Site site, @Reference ExtensionRegistry registry, @Reference Usage usage,
            @Reference Retired retired) {
        this.context = context;
        this.registry = registry;
        this.usage = usage;
        this.retired = retired;
        this.folder = new PluginFolder(site.plugins());
        this.diagnosis = new Diagnosis(context);
    }

    @Override
    public List<Plugin> list() {
        List<Plugin> plugins = new ArrayList<>();
        Arrays.stream(context.getBundles()).filter(this::isPlugin).forEach(bundle -> plugins.add(installed(bundle)));
        folder.jars().stream().filter(jar -> plugins.stream().noneMatch(p -> p.file().filter(jar::equals).isPresent()))
                .forEach(jar -> plugins.add(notInstalled(jar)));
        plugins.sort(Comparator.comparing(Plugin::name).thenComparing(plugin -> plugin.state() == State.RETIRING));
        return plugins;
    }

    private boolean isPlugin(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean extending = revision != null && !revision.getDeclaredCapabilities(ExtensionPoint.NAMESPACE).isEmpty();
        return extending || retired.contains(bundle) || folder.jarOf(bundle).isPresent();
    }

    private Plugin installed(Bundle bundle) {
        if (retired.contains(bundle)) {
            return plugin(bundle, State.RETIRING, Optional.empty(), Optional.of(retiring(bundle)));
        }
        boolean unresolved = bundle.getState() == Bundle.INSTALLED;
        return plugin(bundle, unresolved ? State.UNRESOLVED : State.ACTIVE, folder.jarOf(bundle), unresolved ? Optional.of(problem(bundle)) : clash(bundle));
    }

    private Plugin plugin(Bundle bundle, State state, Optional<Path> file, Optional<String> problem) {
        List<String> extensions = registry.all().stream().filter(e -> e.bundle() == bundle.getBundleId()).map(Extension::id).toList();
        return new Plugin(bundle.getSymbolicName(), bundle.getVersion().toString(), state, file, extensions, usage.runsUsing(bundle.getBundleId()), problem);
    }

    private String retiring(Bundle bundle) {
        List<String> runs = usage.runsUsing(bundle.getBundleId());
        return "Version " + bundle.getVersion() + " of plugin '" + bundle.getSymbolicName() + "' was replaced or removed; it goes when "
                + (runs.isEmpty() ? "no run uses a plugin that needs it" : String.join(" and ", runs) + (runs.size() == 1 ? " has ended" : " have ended"));
    }

    private String problem(Bundle bundle) {
        return diagnosis.sentence(bundle).orElseGet(() -> "Plugin '" + bundle.getSymbolicName() + "' is installed but not yet resolved; "
                + "if it stays so, what it needs is there but cannot be wired together");
    }

    private Optional<String> clash(Bundle bundle) {
        return registry.conflicts().stream().filter(sentence -> sentence.contains(bundle.getSymbolicName() + " ")).findFirst();
    }

    private Plugin notInstalled(Path jar) {
        String name = jar.getFileName().toString();
        try {
            Identity identity = JarInspector.inspect(jar);
            return new Plugin(identity.name(), identity.version(), State.BROKEN, Optional.of(jar), List.of(), List.of(), Optional.of(twin(identity, jar)));
        } catch (InputException e) {
            return new Plugin(name, "", State.BROKEN, Optional.of(jar), List.of(), List.of(), Optional.of(e.getMessage()));
        }
    }

    private String twin(Identity identity, Path jar) {
        return Arrays.stream(context.getBundles())
                .filter(b -> !retired.contains(b) && identity.name().equals(b.getSymbolicName()) && identity.version().equals(b.getVersion().toString()))
                .flatMap(b -> Revision.of(b).stream()).findFirst().map(other -> PluginFolder.twin(jar, identity, other.file()))
                .orElse("'" + jar.getFileName() + "' is not installed yet; the folder is looked at every second");
    }

    @Override
    public Plugin get(String name) {
        List<Plugin> all = list();
        return all.stream().filter(p -> p.name().equals(name) || p.file().filter(f -> f.getFileName().toString().equals(name)).isPresent()).findFirst()
                .orElseThrow(() -> new InputException("There is no plugin '" + name + "'." + Nearest.hint(name, all.stream().map(Plugin::name).toList())));
    }

    @Override
    public String why(String name) {
        Plugin plugin = get(name);
        String own = plugin.problem().orElseGet(() -> "Plugin '" + plugin.name() + "' " + plugin.version() + " is active and offers " + plugin.extensions().size() + " extensions"
                + (plugin.usedBy().isEmpty() ? "." : "; used by " + String.join(", ", plugin.usedBy()) + "."));
        return Stream.concat(Stream.of(own), retiring(plugin)).distinct().collect(Collectors.joining("\n"));
    }

    private Stream<String> retiring(Plugin plugin) {
        return list().stream().filter(other -> other.state() == State.RETIRING && other.name().equals(plugin.name())).flatMap(other -> other.problem().stream());
    }

    @Override
    public String install(Path jar, boolean simulate) {
        if (!Files.isReadable(jar)) {
            throw new InputException("Cannot read the plugin file '" + jar + "'" + (Files.exists(jar) ? "" : ": there is no such file"));
        }
        Identity identity = JarInspector.inspect(jar);
        Optional<Plugin> old = list().stream().filter(p -> p.name().equals(identity.name()) && p.state() != State.RETIRING).findFirst();
        String target = old.flatMap(Plugin::file).map(f -> f.getFileName().toString()).orElse(jar.getFileName().toString());
        String what = old.map(p -> "update " + p.name() + " from " + p.version() + " to " + identity.version()).orElse("install " + identity.name() + " " + identity.version());
        String meanwhile = old.map(PluginCatalogComponent::meanwhile).orElse("");
        if (simulate) {
            return "Would " + what + " as " + target + meanwhile;
        }
        folder.put(jar, target);
        return "Will " + what + " as " + target + " within a few seconds" + meanwhile;
    }

    @Override
    public String remove(String name) {
        Plugin plugin = get(name);
        Path jar = plugin.file().orElseThrow(() -> new InputException("Plugin '" + name + "' is not in the plugin folder, so it cannot be removed from there"));
        folder.delete(jar);
        return "Removed " + plugin.name() + "; its extensions go within a few seconds" + meanwhile(plugin);
    }

    private static String meanwhile(Plugin plugin) {
        return plugin.usedBy().isEmpty() ? "" : "; " + String.join(" and ", plugin.usedBy()) + (plugin.usedBy().size() == 1 ? " finishes" : " finish") + " with version " + plugin.version();
    }
}
