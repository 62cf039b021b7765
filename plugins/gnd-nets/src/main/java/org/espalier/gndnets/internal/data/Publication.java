package org.espalier.gndnets.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
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
 * @param files  its files; of Planetoid in the order of {@link PlanetoidFiles#MEMBERS}; of Geom-GCN nodes plain, gzipped, edges plain, gzipped
 */
record Publication(String set, Format format, List<DataFile> files) {

    GraphData read(DataAccess access) throws IOException {
        return switch (format) {
            case PLANETOID -> PlanetoidReader.read(set, planetoid(access), access::note);
            case LINQS -> LinqsReader.readArchive(set, access.path(files.get(0)), access::note);
            case NPZ -> NpzGraphReader.read(set, access.path(files.get(0)), access::note);
            case GEOM -> GeomReader.read(set, either(access, 0), either(access, 2), access::note);
        };
    }

    private PlanetoidFiles planetoid(DataAccess access) throws IOException {
        return new PlanetoidFiles(access.path(files.get(0)), access.path(files.get(1)), access.path(files.get(2)), access.path(files.get(3)),
                access.path(files.get(4)), access.path(files.get(5)));
    }

    /** The plain file at a place, or else the gzipped one after it. */
    private Path either(DataAccess access, int plain) throws IOException {
        DataFile gzipped = files.get(plain + 1);
        DataFile file = access.has(files.get(plain)) ? files.get(plain) : gzipped;
        if (!access.has(file)) {
            throw new DataException("Data set '" + set + "' needs " + files.get(plain).path() + " or the same with .gz, found in none of the data roots"
                    + files.get(plain).source().map(source -> ". Get it from " + source).orElse(""));
        }
        return access.path(file);
    }
}
