package org.espalier.core.internal.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.espalier.core.experiment.Plan;
import org.espalier.core.config.SiteKey;
import org.osgi.framework.Bundle;

/** Looks for a dataset's files: in its bundle, and in the data roots (at the path itself, one folder deeper, and by bare name). */
public final class DataFinder {
    private final List<Path> roots;
    private final boolean strict;
    private final Path unpacked;
    private final Fingerprints fingerprints;

    /** @param unpacked folder into which bundled files are copied */
    public DataFinder(List<Path> roots, boolean strict, Path unpacked, Fingerprints fingerprints) {
        this.roots = roots;
        this.strict = strict;
        this.unpacked = unpacked;
        this.fingerprints = fingerprints;
    }

    public static DataFinder of(Plan plan, Path unpacked, Fingerprints fingerprints) {
        return new DataFinder(roots(plan.site(SiteKey.DATA_ROOTS)), !plan.site(SiteKey.DATA_VERIFY).equals("warn"), unpacked, fingerprints);
    }

    public static List<Path> roots(String text) {
        return Arrays.stream(text.split("[," + File.pathSeparator + "]")).map(String::strip).filter(s -> !s.isEmpty()).map(Path::of).toList();
    }

    /**
     * Finds and checks all files.
     *
     * @param dataset the dataset's id, for messages
     * @param bundle  the bundle that offers it
     * @throws DataException if needed files are missing, naming them all, or one is not the published one
     */
    public FoundFiles find(String dataset, Bundle bundle, List<DataFile> files) throws IOException {
        Map<DataFile, Path> found = new LinkedHashMap<>();
        List<DataFile> missing = new ArrayList<>();
        for (DataFile file : files) {
            Optional<Path> path = file.bundled() ? Optional.of(unpack(bundle, file)) : lookUp(file);
            path.ifPresent(p -> found.put(file, p));
            if (path.isEmpty() && file.needed()) {
                missing.add(file);
            }
        }
        if (!missing.isEmpty()) {
            throw new DataException(missingSentence(dataset, missing, found));
        }
        return verified(dataset, found);
    }

    private FoundFiles verified(String dataset, Map<DataFile, Path> found) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (Map.Entry<DataFile, Path> entry : found.entrySet()) {
            String hash = fingerprints.of(entry.getValue());
            hashes.put(entry.getKey().path(), hash);
            Optional<String> expected = entry.getKey().sha256().filter(e -> !e.equals(hash));
            if (expected.isPresent()) {
                String sentence = "Dataset '" + dataset + "': " + entry.getValue() + " (" + Files.size(entry.getValue()) + " bytes, sha256 " + hash.substring(0, 12)
                        + "…) is not the published file (sha256 " + expected.get().substring(0, 12) + "…)";
                if (strict) {
                    throw new DataException(sentence + ". Get the published one" + entry.getKey().source().map(uri -> " from " + uri).orElse("")
                            + ", or set data.verify=warn to use this one");
                }
                remarks.add(sentence);
            }
        }
        return new FoundFiles(found, hashes, unpacked.resolveSibling("derived"), remarks);
    }

    private Path unpack(Bundle bundle, DataFile file) throws IOException {
        URL entry = bundle.getEntry(file.path());
        if (entry == null) {
            throw new DataException("Plugin '" + bundle.getSymbolicName() + "' should ship '" + file.path() + "', but its jar has no such entry");
        }
        Path target = unpacked.resolve(bundle.getSymbolicName() + "-" + bundle.getVersion() + "-" + bundle.getLastModified()).resolve(file.path());
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
            try (InputStream in = entry.openStream()) {
                Files.copy(in, part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    public Optional<Path> lookUp(DataFile file) throws IOException {
        for (String path : file.paths()) {
            for (Path root : roots) {
                Optional<Path> found = places(root, path).stream().filter(Files::isRegularFile).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> places(Path root, String path) throws IOException {
        List<Path> places = new ArrayList<>(List.of(root.resolve(path)));
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                folders.filter(Files::isDirectory).sorted().forEach(folder -> places.add(folder.resolve(path)));
            }
        }
        places.add(root.resolve(path.substring(path.lastIndexOf('/') + 1)));
        return places;
    }

    private String missingSentence(String dataset, List<DataFile> missing, Map<DataFile, Path> found) {
        String sources = String.join(", ", missing.stream().flatMap(file -> file.source().stream()).map(source -> source.resolve(".").toString()).distinct().toList());
        return "Dataset '" + dataset + "' needs " + String.join(", ", missing.stream().map(file -> String.join(" or ", file.paths())).toList())
                + (roots.isEmpty() ? ", but no data root is set" : ", found in none of the data roots " + roots)
                + (found.isEmpty() ? "" : " (present: " + String.join(", ", found.keySet().stream().map(DataFile::name).toList()) + ")")
                + "." + (sources.isEmpty() ? "" : " Get it from " + sources + ".")
                + " Then set data.roots=FOLDER on the command line, in conf/site.yaml, or as ESPALIER_DATA_ROOTS";
    }
}
