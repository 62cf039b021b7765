package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;

import com.fasterxml.jackson.core.JsonProcessingException;

/** {@code config.yaml}: one effective value a line, its origin behind it as a comment. */
final class SettingsFile {
    private static final String STRING = "(\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final Pattern LINE = Pattern.compile(STRING + ": " + STRING + "  # (.*?)(?: \\((.*)\\))?");

    private SettingsFile() {
    }

    static String text(List<Setting> settings) {
        return settings.stream().map(s -> Json.line(s.key()) + ": " + Json.line(s.value()) + "  # " + s.origin() + "\n").collect(Collectors.joining());
    }

    static List<Setting> read(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).stream().map(SettingsFile::parse).flatMap(Optional::stream).toList() : List.of();
    }

    private static Optional<Setting> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Origin origin = new Origin(matcher.group(3), matcher.group(4) == null ? "" : matcher.group(4));
            return Optional.of(new Setting(Json.read(matcher.group(1), String.class), Json.read(matcher.group(2), String.class), origin));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
