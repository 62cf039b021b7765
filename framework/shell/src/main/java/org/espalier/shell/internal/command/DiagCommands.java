package org.espalier.shell.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.compute.ComputeService;
import org.espalier.api.error.InputException;
import org.espalier.core.plugin.PluginCatalog;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** {@code diag:} everything a bug report needs. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=diag", "osgi.command.function=dump"})
public final class DiagCommands implements VerbSet {
    private static final Verb DUMP = Verb.of(DiagCommands.class, "diag:dump")
            .takes("FILE", "zip file to write; otherwise espalier-diag.zip in this folder", Values.FILES).example("diag:dump");

    private final BundleContext context;
    private final PluginCatalog plugins;
    private final ComputeService compute;

    @Activate
    public DiagCommands(BundleContext context, @Reference(cardinality = ReferenceCardinality.OPTIONAL) PluginCatalog plugins,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) ComputeService compute) {
        this.context = context;
        this.plugins = plugins;
        this.compute = compute;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(DUMP);
    }

    @Descriptor("Writes bundles, wiring, threads, settings, devices and the last log into a zip file")
    public Object dump(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return DUMP.answer(session, words, given -> {
            Path file = session.currentDir().resolve(given.word(0).orElse("espalier-diag.zip"));
            try {
                List<String> parts = new Diagnosis(context, plugins, compute).writeTo(file);
                return "Wrote " + file + " with " + String.join(", ", parts) + ". Look through it before you send it: it names folders and settings of this machine.";
            } catch (IOException e) {
                throw new InputException("The diagnosis cannot be written to '" + file + "': " + e.getMessage() + ". Name a file in a folder you may write to", e);
            }
        });
    }
}
