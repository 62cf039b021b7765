package org.espalier.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.InputException;

/**
 * Downloads published files. What was cut off stays as {@code NAME.part} and is continued by the next attempt, but only where a fingerprint will tell whether
 * the halves fit together.
 */
public final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).connectTimeout(Duration.ofSeconds(20)).build();
    private final Fingerprints fingerprints;

    public Download(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Downloads a file that has a source to where it is to lie, complete or not at all.
     *
     * @throws InputException       if the server does not give it, or it is not the published file
     * @throws InterruptedException if the waiting thread was interrupted; what has come can be continued
     */
    public void fetch(DataFile file, Path target) throws InterruptedException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            if (file.sha256().isEmpty()) {
                Files.deleteIfExists(part);
            }
            receive(file, part);
            verify(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException("Cannot fetch " + file.source().orElseThrow() + ": " + reason(e) + ". Give the same command again to go on, or put the file to " + target + " yourself", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof ConnectException ? "no connection" : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void receive(DataFile file, Path part) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(file.source().orElseThrow());
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == NOT_SATISFIABLE) {
                return;
            }
            refuseUnlessFile(file, response);
            StandardOpenOption how = response.statusCode() == PARTIAL ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
                body.transferTo(out);
            }
        }
    }

    private static void refuseUnlessFile(DataFile file, HttpResponse<?> response) {
        String name = "'" + file.source().orElseThrow() + "'";
        if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
            throw new InputException("Cannot fetch " + name + ": the server answers with status " + response.statusCode());
        }
        boolean page = response.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
        if (page && !file.name().endsWith(".html")) {
            throw new InputException(name + " is a web page, not the file '" + file.name() + "'. Open it in a browser and follow what it says");
        }
    }

    private void verify(DataFile file, Path part) throws IOException {
        String hash = fingerprints.of(part);
        if (file.sha256().filter(expected -> !expected.equals(hash)).isPresent()) {
            Files.delete(part);
            throw new InputException("What " + file.source().orElseThrow() + " gave is not the published file: its sha256 is " + hash + ", but " + file.sha256().get()
                    + " is expected. It was not kept");
        }
    }
}
