package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.data.judgment.io.GroundTruthReader;
import org.espalier.data.judgment.io.JudgmentsBuilder;

import jakarta.inject.Inject;

/**
 * The ranking in one of the authors' logs, as judgments of a reviewer who prefers the higher in each pair: uniform scoring gives the log's ranking back, so that its metrics can be held against
 * those that the log prints.
 */
@DatasetExtension(id = "peerreview.published-log", title = "A ranking of the 15 models from the authors' logs", data = JudgmentData.KIND)
public final class PublishedLogDataset implements Dataset<JudgmentData> {
    private static final Pattern PLACE = Pattern.compile(".*#(\\d+) (\\S+) \\| Grade:\\S+\\s*");

    private final DataFile log;

    /** What a user can set. */
    record Parameters(
            @Param(value = "What weighed the reviewers", def = "peer-review", choices = {"peer-review", "uniform", "order", "reversed"}) String mode,
            @Param(value = "Share of the judgments that was used", def = "1", choices = {"0.1", "0.4", "0.7", "1"}) String fraction) {
    }

    @Inject
    PublishedLogDataset(Parameters parameters) {
        String mode = parameters.mode().equals("peer-review") ? "Peer_review" : Character.toUpperCase(parameters.mode().charAt(0)) + parameters.mode().substring(1);
        this.log = DataFile.external("mt15/published_logs/frac" + parameters.fraction() + "_" + mode + "_seed4.log").source("https://github.com/PKU-YuanGroup/Peer-review-in-LLMs");
    }

    @Override
    public List<DataFile> files() {
        return List.of(log, Mt15Dataset.ORDER);
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        List<String> ranking = ranking(files.path(log));
        JudgmentsBuilder builder = new JudgmentsBuilder(new Roster(ranking, List.of("published ranking")), true);
        int prefersFirst = VerdictPair.ofOutcome(VerdictPair.FIRST_WINS);
        for (int j = 0; j < ranking.size(); j++) {
            for (int k = j + 1; k < ranking.size(); k++) {
                builder.add(0, j, k, ranking.size(), prefersFirst);
            }
        }
        return builder.build(log.name()).withTruth(GroundTruthReader.read(ranking, files.path(Mt15Dataset.ORDER), "", files::note));
    }

    /** The models of a log, best first; of several rankings in it the last. */
    static List<String> ranking(Path log) throws IOException {
        String file = log.getFileName().toString();
        List<String> ranking = new ArrayList<>();
        int number = 0;
        for (String line : new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1).lines().toList()) {
            number++;
            Matcher place = PLACE.matcher(line);
            if (place.matches()) {
                if (place.group(1).equals("1")) {
                    ranking.clear();
                }
                ranking.add(place.group(2));
                if (!place.group(1).equals(Integer.toString(ranking.size())) || ranking.indexOf(place.group(2)) + 1 < ranking.size()) {
                    throw DataException.atLine(file, number, "place " + place.group(1) + " of '" + place.group(2) + "' where place " + ranking.size() + " of another model was expected");
                }
            }
        }
        if (ranking.size() < 2) {
            throw DataException.atLine(file, Math.max(1, number), "no ranking, which is lines with '#PLACE MODEL | Grade:NUMBER', up to here");
        }
        return ranking;
    }
}
