package org.espalier.core.internal.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Against a server on this machine. */
class DownloadTest {
    private static final byte[] CONTENT = "a published file".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private final Download download = new Download(new Fingerprints());
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Path target;

    @BeforeEach
    void serve() throws IOException {
        target = root.resolve("set/file.bin");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file.bin", this::answer);
        server.createContext("/page", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            send(exchange, 200, CONTENT);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        send(exchange, range == null ? 200 : from < CONTENT.length ? 206 : 416, Arrays.copyOfRange(CONTENT, from, CONTENT.length));
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private DataFile file(String path) {
        return DataFile.external("set/file.bin").source("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void bringsThePublishedFile() throws Exception {
        download.fetch(file("/file.bin").sha256(sha256(CONTENT)), target);
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertFalse(Files.exists(root.resolve("set/file.bin.part")));
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        Files.createDirectories(target.getParent());
        Files.write(root.resolve("set/file.bin.part"), Arrays.copyOf(CONTENT, 5));
        download.fetch(file("/file.bin").sha256(sha256(CONTENT)), target);
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(List.of("bytes=5-"), ranges);
    }

    @Test
    void startsAnewWhereNoFingerprintTellsWhetherHalvesFit() throws Exception {
        Files.createDirectories(target.getParent());
        Files.writeString(root.resolve("set/file.bin.part"), "other");
        download.fetch(file("/file.bin"), target);
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
    }

    @Test
    void keepsNothingThatIsNotThePublishedFile() {
        String message = assertThrows(InputException.class, () -> download.fetch(file("/file.bin").sha256("00".repeat(32)), target)).getMessage();
        assertTrue(message.contains("is not the published file"), message);
        assertFalse(Files.exists(target) || Files.exists(root.resolve("set/file.bin.part")));
    }

    @Test
    void refusesPagesAndErrors() {
        assertTrue(assertThrows(InputException.class, () -> download.fetch(file("/page"), target)).getMessage().contains("is a web page, not the file 'file.bin'"));
        assertTrue(assertThrows(InputException.class, () -> download.fetch(file("/nowhere"), target)).getMessage().contains("status 404"));
        assertFalse(Files.exists(target));
    }
}
