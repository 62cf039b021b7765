package org.espalier.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of files, kept while path, size and time stay the same: a run reads the same files once per seed. */
public final class Fingerprints {
    private record Version(Path file, long size, long modified) {
    }

    private final Map<Version, String> known = new ConcurrentHashMap<>();

    public String of(Path file) throws IOException {
        Version version = new Version(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        String hash = known.get(version);
        if (hash == null) {
            hash = sha256(file);
            known.put(version, hash);
        }
        return hash;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
