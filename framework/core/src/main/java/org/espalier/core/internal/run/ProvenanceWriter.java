package org.espalier.core.internal.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.espalier.api.compute.Device;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.osgi.framework.Bundle;

/** Writes down what a run was made with, so that it can be made again. */
final class ProvenanceWriter {
    private final Plan plan;
    private final Jars jars;
    private final List<Bundle> bundles;

    /** Made when the run starts: plugins may be replaced while it is under way. */
    ProvenanceWriter(Plan plan, Jars jars) {
        this.plan = plan;
        this.jars = jars;
        this.bundles = jars.present();
    }

    void write(RunSetting run) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("written", Instant.now().toString());
        all.put("seeds", plan.trials().stream().map(Trial::seed).distinct().toList());
        all.put("data", new TreeMap<>(run.data()));
        all.put("device", device(run.used().get()));
        all.put("threads-per-trial", run.threads());
        all.put("java", properties("java.version", "java.vendor", "java.vm.name"));
        // results depend on the platform: math functions and fused multiply-add differ between processors
        all.put("system", properties("os.name", "os.version", "os.arch"));
        all.put("bundles", jars.described(bundles));
        run.folder().provenance(all);
    }

    private static Map<String, Object> device(Device device) {
        return device == null ? Map.of() : new TreeMap<>(Map.of("id", device.id(), "name", device.name(), "backend", device.backend(), "threads", device.threads()));
    }

    private static Map<String, String> properties(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        List.of(names).forEach(name -> values.put(name, System.getProperty(name)));
        return values;
    }
}
