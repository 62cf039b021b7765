package org.espalier.core.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrites() throws IOException {
        List<Setting> settings = List.of(new Setting("main.model.hidden", "32", new Origin("command line", "")),
                new Setting("[gcn] main.model.use", "a \"quoted\" one # here", new Origin("variant gcn", "plugin/OSGI-INF/e.yaml:12")));
        Path file = folder.resolve("config.yaml");
        Files.writeString(file, SettingsFile.text(settings));
        assertEquals(settings, SettingsFile.read(file));
    }
}
