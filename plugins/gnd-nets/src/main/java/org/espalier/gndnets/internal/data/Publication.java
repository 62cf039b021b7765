package org.espalier.gndnets.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.io.GeomReader;
import org.espalier.data.graph.io.LinqsReader;
import org.espalier.data.graph.io.NpzGraphReader;
import org.espalier.data.graph.io.PlanetoidFiles;
import org.espalier.data.graph.io.PlanetoidReader;

/**
 * One form in which a data set is published.
 *
 * @param set    name of the data set
 * @param format the form
 * @param files  its files; of Planetoid in the order of {@link PlanetoidFiles#MEMBERS}; of LINQS content plain, gzipped, citations plain, gzipped, and the archive of both; of Geom-GCN
 *               nodes plain, gzipped, edges plain, gzipped
 */
record Publication(String set, Format format, List<DataFile> files) {
    /** Its node file gives the places of ones. */
    private static final String FILM = "film";
    private static final int FILM_FEATURES = 932;

    GraphData read(DataAccess access) throws IOException {
        return switch (format) {
            case PLANETOID -> PlanetoidReader.read(set, planetoid(access, PlanetoidFiles.MEMBERS), access::note);
            case LINQS -> linqs(access);
            case NPZ -> NpzGraphReader.read(set, access.path(files.get(0)), access::note);
            case GEOM -> set.equals(FILM) ? GeomReader.readPlaces(set, either(access, 0), either(access, 2), FILM_FEATURES, access::note)
                    : GeomReader.read(set, either(access, 0), either(access, 2), access::note);
        };
    }

    /** For methods that look at edges and labels only; the features' files need not be there. */
    GraphData readWithoutFeatures(DataAccess access) throws IOException {
        if (format == Format.PLANETOID) {
            return PlanetoidReader.readWithoutFeatures(set, planetoid(access, PlanetoidFiles.WITHOUT_FEATURES), access::note);
        }
        GraphData graph = read(access);
        return graph.withFeatures(new CsrBuilder(graph.nodes(), 0).build(Double::sum));
    }

    /** The archive, or else the two files that are in it. */
    private GraphData linqs(DataAccess access) throws IOException {
        DataFile archive = files.get(4);
        if (access.has(archive)) {
            return LinqsReader.readArchive(set, access.path(archive), access::note);
        }
        if (files.stream().noneMatch(access::has)) {
            throw new DataException("Data set '" + set + "' needs " + archive.path() + ", or " + files.get(0).path() + " and " + files.get(2).path()
                    + ", each plain or with .gz, found in none of the data roots" + origin(archive));
        }
        return LinqsReader.read(set, either(access, 0), either(access, 2), access::note);
    }

    private PlanetoidFiles planetoid(DataAccess access, List<String> needed) throws IOException {
        List<DataFile> missing = IntStream.range(0, files.size()).filter(i -> needed.contains(PlanetoidFiles.MEMBERS.get(i))).mapToObj(files::get)
                .filter(file -> !access.has(file)).toList();
        if (!missing.isEmpty()) {
            throw new DataException("Data set '" + set + "' needs " + names(missing) + ", found in none of the data roots; present are "
                    + names(files.stream().filter(access::has).toList()) + ". Get " + missing.get(0).name() + missing.get(0).source().map(source -> " from " + source).orElse("")
                    + ", or, for gndnets.lp and gndnets.ls, which look at no features, set main.dataset.features=none");
        }
        Path[] paths = new Path[files.size()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = access.has(files.get(i)) ? access.path(files.get(i)) : Path.of(files.get(i).name());
        }
        return new PlanetoidFiles(paths[0], paths[1], paths[2], paths[3], paths[4], paths[5]);
    }

    private static String names(List<DataFile> files) {
        return files.isEmpty() ? "none" : files.stream().map(DataFile::name).collect(Collectors.joining(", "));
    }

    /** The plain file at a place, or else the gzipped one after it. */
    private Path either(DataAccess access, int plain) throws IOException {
        DataFile gzipped = files.get(plain + 1);
        DataFile file = access.has(files.get(plain)) ? files.get(plain) : gzipped;
        if (!access.has(file)) {
            throw new DataException("Data set '" + set + "' needs " + files.get(plain).path() + " or the same with .gz, found in none of the data roots" + origin(files.get(plain)));
        }
        return own(access.path(file));
    }

    /** All sets of Geom-GCN have files of the same names; their folders tell them apart. */
    private Path own(Path path) {
        Path folder = path.toAbsolutePath().getParent().getFileName();
        if (format == Format.GEOM && (folder == null || !folder.toString().equals(set))) {
            throw new DataException("Data set '" + set + "' found " + path + ", which may be of another set, since all have files of this name. Put it into a folder '" + set + "'");
        }
        return path;
    }

    private static String origin(DataFile file) {
        return file.source().map(source -> ". Get it from " + source).orElse("");
    }
}
