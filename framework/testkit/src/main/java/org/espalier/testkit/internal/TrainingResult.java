package org.espalier.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.espalier.api.metric.Predictions;
import org.espalier.testkit.fixture.RecordingProgress.Report;

/**
 * What is left of a training.
 *
 * @param reports     what was said on the way
 * @param predictions for each part
 * @param artefacts   contents by name
 */
public record TrainingResult(List<Report> reports, List<Predictions> predictions, Map<String, byte[]> artefacts) {

    /** @param artefacts the folder with the artefacts; need not exist */
    public static TrainingResult of(List<Report> reports, List<Predictions> predictions, Path artefacts) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.exists(artefacts) ? Files.list(artefacts) : Stream.empty()) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return new TrainingResult(reports, predictions, contents);
    }

    /** Where predictions or artefacts differ. Reports are left out: a continued training does not report again what was reported. */
    public Optional<String> difference(TrainingResult other) {
        Optional<String> inPredictions = Same.firstDifference(predictions, other.predictions).map(path -> "predictions" + path);
        return inPredictions.or(() -> artefacts.keySet().equals(other.artefacts.keySet()) ? Optional.empty() : Optional.of("names of artefacts"))
                .or(() -> artefacts.keySet().stream().filter(name -> Same.firstDifference(artefacts.get(name), other.artefacts.get(name)).isPresent()).findFirst());
    }
}
