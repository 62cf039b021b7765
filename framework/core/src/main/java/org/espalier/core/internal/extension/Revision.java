package org.espalier.core.internal.extension;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.framework.Bundle;

/**
 * A plugin's jar as it was when it was installed. It is the bundle's location, so that several contents of one file can be installed beside each
 * other, and so that it is known what a run used after the file has changed.
 *
 * @param file where the jar lies, or lay
 * @param hash SHA-256 of its content
 */
public record Revision(Path file, String hash) {
    private static final Pattern LOCATION = Pattern.compile("espalier:([0-9a-f]{64}):(file:.+)");

    public static Revision of(Path file, byte[] content) {
        try {
            return new Revision(file.toAbsolutePath().normalize(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What a bundle was installed from; empty if it was not installed from a plugin folder. */
    public static Optional<Revision> of(Bundle bundle) {
        Matcher matcher = LOCATION.matcher(bundle.getLocation());
        return matcher.matches() ? Optional.of(new Revision(Path.of(URI.create(matcher.group(2))), matcher.group(1))) : Optional.empty();
    }

    public String location() {
        return "espalier:" + hash + ":" + file.toUri();
    }
}
