package org.espalier.data.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class PassProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final PassProgress progress = new PassProgress(1000, (doing, share) -> told.add(doing + " " + share), nanos::get);

    @Test
    void tellsRowsSpeedAndTheShareOfTheFilesAFewTimesASecond() throws IOException {
        try (InputStream file = progress.counted(new ByteArrayInputStream(new byte[1000]))) {
            progress.begin("counting values");
            for (int i = 0; i < 5; i++) {
                file.readNBytes(100);
                nanos.addAndGet(100_000_000);
                progress.done(200);
            }
        }
        assertEquals(List.of("counting values, 400 rows, 2,000 rows/s 0.2", "counting values, 800 rows, 2,000 rows/s 0.4"), told);
    }

    @Test
    void everyPassBeginsAnew() throws IOException {
        try (InputStream file = progress.counted(new ByteArrayInputStream(new byte[2000]))) {
            progress.begin("counting values");
            file.readNBytes(1000);
            progress.begin("encoding rows");
            file.read();
            nanos.addAndGet(1_000_000_000);
            progress.done(7);
        }
        assertEquals(List.of("encoding rows, 7 rows, 7 rows/s 0.001"), told);
    }
}
