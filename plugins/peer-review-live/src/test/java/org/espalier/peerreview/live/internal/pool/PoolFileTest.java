package org.espalier.peerreview.live.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.http.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolFileTest {
    @TempDir
    Path folder;

    private Participants read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pool.json"), text);
        return Participants.read(file, Map.of("MY_KEY", "sk-secret-value")::get);
    }

    @Test
    void readsModelsWithTheirDefaults() throws IOException {
        Participants pool = read("""
                {"models": [{"name": "small", "base-url": "http://localhost:8000/v1", "model": "small-3b", "key": "MY_KEY", "timeout": 2.5},
                            {"name": "old", "answers": "old.jsonl"},
                            {"name": "judge", "base-url": "https://example.org/v1", "competes": false}]}""");
        assertEquals(List.of("small", "old"), pool.authors());
        assertEquals(List.of("small", "judge"), pool.reviewers());
        Endpoint endpoint = pool.named("small").orElseThrow().endpoint().orElseThrow();
        assertEquals(Duration.ofMillis(2500), endpoint.timeout());
        assertEquals(5, endpoint.retries());
        assertFalse(endpoint.toString().contains("sk-secret-value"), "a key must not show");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"models\": []} | expected an object with a list 'models'",
        "not json | cannot be read as JSON",
        "{\"models\": [{\"base-url\": \"http://x\"}]} | has no 'name'",
        "{\"models\": [{\"name\": \"a\", \"bas-url\": \"http://x\"}]} | key 'bas-url' is unknown",
        "{\"models\": [{\"name\": \"a\"}]} | neither a 'base-url'",
        "{\"models\": [{\"name\": \"a\", \"base-url\": \"ftp://x\"}]} | should begin with http",
        "{\"models\": [{\"name\": \"a\", \"base-url\": \"http://x\", \"key\": \"NO_SUCH\"}]} | NO_SUCH, which is not set",
        "{\"models\": [{\"name\": \"a\", \"base-url\": \"http://x\", \"retries\": -1}]} | 'retries' should be a number of at least 0",
        "{\"models\": [{\"name\": \"a\", \"base-url\": \"http://x\"}, {\"name\": \"a\", \"base-url\": \"http://x\"}]} | two models are called 'a'",
    })
    void saysWhatIsWrong(String text, String complaint) {
        String message = assertThrows(InputException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(complaint) && message.contains("pool.json"), message);
    }

    @Test
    void aMissingFileIsMetWithAnExample() {
        String message = assertThrows(InputException.class, () -> Participants.read(folder.resolve("none.json"), name -> null)).getMessage();
        assertTrue(message.contains("does not exist") && message.contains("\"base-url\""), message);
    }
}
