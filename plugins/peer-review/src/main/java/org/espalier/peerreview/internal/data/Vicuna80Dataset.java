package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.compute.Lease;
import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.GroundTruth;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.RatingFile;
import org.espalier.data.judgment.io.RatingReader;
import org.espalier.data.judgment.io.Reading;
import org.espalier.peerreview.internal.data.Vicuna80Files.Rating;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;

import jakarta.inject.Inject;

/** Five chat models on each other's answers to the 80 Vicuna questions, every pair in both orders (PRD). The true order is that of their win rates in people's votes. */
@DatasetExtension(id = "peerreview.vicuna80", title = "Five models on 80 Vicuna questions, with people's votes (PRD)", data = JudgmentData.KIND)
public final class Vicuna80Dataset implements Dataset<JudgmentData>, Benchmark<DataAccess> {
    private static final String NAME = "vicuna80";

    private final Parameters parameters;
    private final Sampling sampling;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share,
            @Param(value = "Whether models' judgments of their own answers are left out", def = "false") boolean excludeSelf,
            @Param(value = "Whether people's votes are judgments too, of a reviewer 'human' that does not compete", def = "false") boolean humans) {
    }

    @Inject
    Vicuna80Dataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.sampling = new Sampling(parameters.share(), parameters.excludeSelf());
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return Stream.concat(Vicuna80Files.ofModels().stream(), Vicuna80Files.ofPeople().stream()).map(Rating::file).toList();
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        List<RatingFile> models = at(files, Vicuna80Files.ofModels());
        List<RatingFile> people = at(files, Vicuna80Files.ofPeople());
        Reading reading = Reading.lenient(files::note);
        Roster roster = new Roster(Vicuna80Files.MODELS, parameters.humans() ? List.of(Vicuna80Files.HUMAN) : List.of());
        JudgmentData data = new RatingReader(roster, reading).read(NAME, models, parameters.humans() ? people : List.of());
        return sampling.of(data.withTruth(GroundTruth.ofRatings(Vicuna80Files.MODELS, winRates(people), files::note)), random);
    }

    @Override
    public List<Case> cases(DataAccess files, Lease lease) {
        return LoadCase.of(this, files);
    }

    /** Share of points in people's votes; about these votes nothing odd is told. */
    static Map<String, Double> winRates(List<RatingFile> people) throws IOException {
        Roster roster = new Roster(Vicuna80Files.MODELS, List.of(Vicuna80Files.HUMAN));
        JudgmentData votes = new RatingReader(roster, Reading.lenient(remark -> { })).read(NAME, List.of(), people);
        double[] rates = FixedWeights.uniform(LinearScoring.of(votes, LinearScoring.Form.PLAIN));
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int model = 0; model < rates.length; model++) {
            byName.put(roster.models().get(model), rates[model]);
        }
        return byName;
    }

    private static List<RatingFile> at(DataAccess files, List<Rating> ratings) throws IOException {
        List<RatingFile> found = new ArrayList<>();
        for (Rating rating : ratings) {
            found.add(rating.at(files));
        }
        return found;
    }
}
