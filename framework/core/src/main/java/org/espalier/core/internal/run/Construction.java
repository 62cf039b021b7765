package org.espalier.core.internal.run;

import java.util.Map;
import java.util.Optional;

import org.espalier.core.config.ArtefactSource;
import org.espalier.core.config.Setting;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;

/** Makes extensions inside one trial's injector, with their parameters and whatever else their constructors ask for. */
final class Construction {
    private final ExtensionRegistry registry;
    private final Injector injector;
    private final ArtefactSource artefacts;

    Construction(ExtensionRegistry registry, Injector injector, ArtefactSource artefacts) {
        this.registry = registry;
        this.injector = injector;
        this.artefacts = artefacts;
    }

    /** This construction, with more to inject. */
    Construction with(Module module) {
        return new Construction(registry, injector.createChildInjector(module), artefacts);
    }

    /** An instance of an extension; failing to make one is its plugin's fault. */
    <T> T make(Extension extension, Map<String, Setting> values, Class<T> contract) {
        Optional<Record> parameters = registry.schema(extension).bind(extension.id(), values, artefacts);
        return PluginFault.blame(extension, "made", () -> {
            Injector own = injector.createChildInjector(parameters.<Module>map(Construction::binding).orElse(binder -> { }));
            try {
                return contract.cast(own.getInstance(registry.load(extension)));
            } catch (ProvisionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
    }

    private static Module binding(Record parameters) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bindExactly(parameters);
            }

            @SuppressWarnings("unchecked")
            private void bindExactly(Record value) {
                bind((Class<Record>) value.getClass()).toInstance(value);
            }
        };
    }
}
