package org.espalier.host.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of bundles, named {@code <start level>-<purpose>}.
 *
 * @param startLevel when its bundles start
 * @param folder     where they lie: jars, or unpacked bundles as folders (whose nested jars then need no copy in the framework's cache)
 */
record BundleFolder(int startLevel, Path folder) implements Comparable<BundleFolder> {
    private static final Pattern NAME = Pattern.compile("(\\d+)-.+");

    static BundleFolder of(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("the bundle folder '" + folder + "' is not named <start level>-<purpose>, like 40-framework");
        }
        return new BundleFolder(Integer.parseInt(name.group(1)), folder);
    }

    /** Locations to install from; the files are used where they are. */
    List<String> locations() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(BundleFolder::isBundle).sorted().map(entry -> "reference:" + entry.toUri()).toList();
        }
    }

    private static boolean isBundle(Path entry) {
        return Files.isDirectory(entry) || entry.toString().endsWith(".jar");
    }

    @Override
    public int compareTo(BundleFolder other) {
        return Comparator.comparingInt(BundleFolder::startLevel).thenComparing(BundleFolder::folder).compare(this, other);
    }
}
