package org.espalier.shell.internal.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.espalier.api.compute.ComputeService;
import org.espalier.core.plugin.PluginCatalog;
import org.espalier.report.json.Json;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The parts of a diagnosis. A part that cannot be had says why in its place. */
final class Diagnosis {
    private static final int LOG_BYTES = 1 << 20;

    private final Map<String, Callable<String>> parts = new LinkedHashMap<>();

    /** @param plugins may be null, as may {@code compute}: a broken system is what this is for */
    Diagnosis(BundleContext context, PluginCatalog plugins, ComputeService compute) {
        parts.put("bundles.txt", () -> bundles(context.getBundles()));
        parts.put("plugins.json", () -> plugins == null ? "The plugin catalogue is not there" : Json.pretty(plugins.list()));
        parts.put("devices.json", () -> compute == null ? "The compute service is not there" : Json.pretty(compute.devices()) + "\n" + Json.pretty(compute.queue()));
        parts.put("threads.txt", () -> Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)).map(Object::toString).collect(Collectors.joining("\n")));
        parts.put("system.txt", Secrets::visibleProperties);
        parts.put("environment.txt", Secrets::visibleEnvironment);
        Path home = Path.of(System.getProperty("espalier.home", "."));
        configuration(home.resolve("conf")).forEach(file -> parts.put("conf/" + file.getFileName(), () -> Secrets.masked(Files.readString(file))));
        parts.put("espalier.log", () -> end(Path.of(System.getProperty("espalier.log", home.resolve("log/espalier.log").toString()))));
    }

    /** @return the names of the parts */
    List<String> writeTo(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Callable<String>> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return List.copyOf(parts.keySet());
    }

    private static String text(Callable<String> part) {
        try {
            return part.call();
        } catch (Exception | LinkageError e) {
            return "Not available: " + e;
        }
    }

    private static String bundles(Bundle[] bundles) {
        return Arrays.stream(bundles).map(b -> String.format("%4d %-9s %s %s %s%n", b.getBundleId(), state(b), b.getSymbolicName(), b.getVersion(), b.getLocation())
                + Wiring.problems(b).map(p -> "          " + p + "\n").collect(Collectors.joining())).collect(Collectors.joining());
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STOPPING -> "STOPPING";
            default -> "GONE";
        };
    }

    private static List<Path> configuration(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String end(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, Math.max(0, bytes.length - LOG_BYTES), Math.min(bytes.length, LOG_BYTES), StandardCharsets.UTF_8);
    }
}
