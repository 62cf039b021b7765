package org.espalier.host.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder tree that the distribution unpacks to.
 *
 * @param home its root
 */
record Installation(Path home) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    /** The installation that the start script named, with the properties set that the rest of the house reads. */
    static Installation here() {
        String home = System.getProperty("espalier.home");
        if (home == null) {
            throw new IllegalStateException("the system property 'espalier.home' is not set; start with bin/espalier of the installation");
        }
        Installation installation = new Installation(Path.of(home).toAbsolutePath().normalize());
        System.getProperties().putIfAbsent("espalier.plugins", installation.home.resolve("plugins").toString());
        return installation;
    }

    static String version() {
        return Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion()).orElse("(unpacked classes)");
    }

    /** Where processes keep what they can make again. */
    Path cache() {
        return Path.of(System.getProperty("espalier.cache", home.resolve("cache").toString()));
    }

    /** Framework properties, with {@code ${name}} replaced by the system property of that name. */
    Map<String, Object> frameworkProperties() throws IOException {
        Path file = home.resolve("conf/framework.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, Object> substituted = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> substituted.put(name, substitute(properties.getProperty(name))));
        return substituted;
    }

    private static String substitute(String value) {
        return VARIABLE.matcher(value).replaceAll(m -> Matcher.quoteReplacement(System.getProperty(m.group(1), m.group())));
    }

    /** The bundle folders, lowest start level first. */
    List<BundleFolder> bundleFolders() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("bundles"))) {
            return folders.filter(Files::isDirectory).map(BundleFolder::of).sorted().toList();
        }
    }
}
