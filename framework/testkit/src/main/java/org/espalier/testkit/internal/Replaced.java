package org.espalier.testkit.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.testkit.fixture.FilesAccess;

/**
 * Data access in which another file stands in for one.
 *
 * @param access      where the other files are
 * @param file        the file not to take
 * @param replacement what to take instead
 */
public record Replaced(DataAccess access, DataFile file, Path replacement) implements DataAccess {
    @Override
    public Path path(DataFile wanted) throws IOException {
        return wanted.equals(file) ? replacement : access.path(wanted);
    }

    @Override
    public boolean has(DataFile wanted) {
        return wanted.equals(file) || access.has(wanted);
    }

    @Override
    public String sha256(DataFile wanted) throws IOException {
        return wanted.equals(file) ? FilesAccess.hashOf(replacement) : access.sha256(wanted);
    }

    @Override
    public Path cache() throws IOException {
        return access.cache();
    }

    @Override
    public void note(String remark) {
        access.note(remark);
    }
}
