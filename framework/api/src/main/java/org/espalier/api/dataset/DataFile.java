package org.espalier.api.dataset;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One file a dataset reads. The host finds it, checks it and takes its fingerprint before the dataset is asked to load.
 *
 * @param path    relative path with {@code /}. Looked for in each configured data root: at the path itself, one folder deeper, and by its bare name
 * @param bundled whether it ships inside the plugin's bundle (then {@code path} is an entry of the bundle)
 * @param needed  whether loading fails without it
 * @param sha256  expected fingerprint in lower-case hex, if the published file is known
 * @param source  where it can be had, if anywhere public
 * @param text    whether it is a text that may be gzipped or not: it is then also found with {@code .gz} behind its name, or without it
 */
public record DataFile(String path, boolean bundled, boolean needed, Optional<String> sha256, Optional<URI> source, boolean text) {
    private static final String GZIPPED = ".gz";

    public DataFile {
        Objects.requireNonNull(path);
        sha256 = sha256.map(hex -> hex.toLowerCase(Locale.ROOT));
    }

    /** A file that ships inside the plugin. */
    public static DataFile bundled(String entry) {
        return new DataFile(entry, true, true, Optional.empty(), Optional.empty(), false);
    }

    /** A file that must lie in a data root. */
    public static DataFile external(String path) {
        return new DataFile(path, false, true, Optional.empty(), Optional.empty(), false);
    }

    /** This file, with the fingerprint of the published version. */
    public DataFile sha256(String hex) {
        return new DataFile(path, bundled, needed, Optional.of(hex), source, text);
    }

    /** This file, with the address it is published at. */
    public DataFile source(String uri) {
        return new DataFile(path, bundled, needed, sha256, Optional.of(URI.create(uri)), text);
    }

    /** This file, read if it is there. */
    public DataFile optional() {
        return new DataFile(path, bundled, false, sha256, source, text);
    }

    /** This file, plain or gzipped: its reader must tell by its first bytes. */
    public DataFile plainOrGzipped() {
        return new DataFile(path, bundled, needed, sha256, source, true);
    }

    /** The paths it may have, the given one first. */
    public List<String> paths() {
        if (!text) {
            return List.of(path);
        }
        return List.of(path, path.endsWith(GZIPPED) ? path.substring(0, path.length() - GZIPPED.length()) : path + GZIPPED);
    }

    /** The part of the path after the last slash. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
