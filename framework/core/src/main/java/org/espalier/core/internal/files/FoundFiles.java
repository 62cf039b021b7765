package org.espalier.core.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;

/** The files of a dataset, with their fingerprints by path, and what was remarked about them. */
public final class FoundFiles implements DataAccess {
    private final Map<DataFile, Path> paths;
    private final Map<String, String> hashes;
    private final Path cache;
    private final List<String> remarks;
    private final BiConsumer<String, Double> watcher;

    FoundFiles(Map<DataFile, Path> paths, Map<String, String> hashes, Path cache, List<String> remarks) {
        this(paths, hashes, cache, remarks, (doing, share) -> { });
    }

    private FoundFiles(Map<DataFile, Path> paths, Map<String, String> hashes, Path cache, List<String> remarks, BiConsumer<String, Double> watcher) {
        this.paths = paths;
        this.hashes = hashes;
        this.cache = cache;
        this.remarks = new ArrayList<>(remarks);
        this.watcher = watcher;
    }

    /** These files, somebody hearing how far their loading is. */
    public FoundFiles watchedBy(BiConsumer<String, Double> someone) {
        return new FoundFiles(paths, hashes, cache, remarks, someone);
    }

    @Override
    public Path path(DataFile file) {
        return Stream.ofNullable(paths.get(file)).findFirst().orElseThrow(() -> new DataException("The file '" + file.path() + "' is not there"));
    }

    @Override
    public boolean has(DataFile file) {
        return paths.containsKey(file);
    }

    @Override
    public String sha256(DataFile file) {
        path(file);
        return hashes.get(file.path());
    }

    @Override
    public Path cache() throws IOException {
        return Files.createDirectories(cache);
    }

    @Override
    public void note(String remark) {
        remarks.add(remark);
    }

    @Override
    public void progress(String doing, double share) {
        watcher.accept(doing, share);
    }

    public Map<String, String> hashes() {
        return hashes;
    }

    public List<String> remarks() {
        return remarks;
    }
}
