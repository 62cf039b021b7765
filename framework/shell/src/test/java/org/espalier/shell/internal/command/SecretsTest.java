package org.espalier.shell.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void hidesWhatLooksSecret() {
        assertEquals("db.password=(hidden)\njava.version=17\nproxy=http://(hidden)@proxy:80\n",
                Secrets.lines(new TreeMap<>(Map.of("db.password", "x", "java.version", "17", "proxy", "http://me:pw@proxy:80"))));
    }

    @Test
    void hidesSecretsInConfigurationFiles() {
        assertEquals("data:\n  api-key: (hidden)\n  roots: /data\n", Secrets.masked("data:\n  api-key: abc\n  roots: /data\n"));
    }
}
