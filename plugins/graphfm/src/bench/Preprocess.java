import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldReader;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.RowDivision;
import org.espalier.data.field.io.TextFormat;

/**
 * Preprocesses a file in Criteo's form and tells how long that took and the peak memory of the process.
 * {@code java -cp framework/api/target/classes:framework/data/target/classes plugins/graphfm/src/bench/Preprocess.java FILE CACHE-FOLDER}
 */
public final class Preprocess {
    private Preprocess() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= 39; i++) {
            columns.add(i <= 13 ? Column.number("I" + i, i).logSquared() : Column.value("C" + (i - 13), i, 11));
        }
        TextFormat tabs = new TextFormat("\t", 40, false, "", false, false, Set.of(), StandardCharsets.UTF_8);
        FieldReader reader = new FieldReader(new FieldSchema(tabs, LabelColumn.binary("label", 0), columns), RowDivision.stratifiedTenths(2018), CountOn.ALL, false);
        long started = System.nanoTime();
        FieldData data = reader.read("bench", List.of(Path.of(arguments[0])), List.of("" + started), Path.of(arguments[1]), System.out::println);
        double seconds = (System.nanoTime() - started) / 1e9;
        double processor = ProcessHandle.current().info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(Double.NaN);
        System.out.printf("Espalier: %d rows, %d features in %.1f s, %.0f rows a second, %.1f s of processor time (with the start of Java), peak memory %s%n", data.rows().size(),
                data.features(), seconds, data.rows().size() / seconds, processor, peak());
    }

    /** As Linux tells it. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("VmHWM")).map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB").findFirst().orElse("unknown");
        }
    }
}
