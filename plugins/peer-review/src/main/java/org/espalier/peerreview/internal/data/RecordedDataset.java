package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.compute.Lease;
import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.GroundTruthReader;
import org.espalier.data.judgment.io.Reading;

import jakarta.inject.Inject;

/** Judgments of one's own, in any of the published formats, from files in the data roots or from what an earlier stage recorded. */
@DatasetExtension(id = "peerreview.recorded", title = "Recorded judgments in any of the published formats", data = JudgmentData.KIND)
public final class RecordedDataset implements Dataset<JudgmentData>, Benchmark<DataAccess> {
    private final Parameters parameters;
    private final Sampling sampling;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Files with judgments, in the data roots", def = "") List<String> files,
            @Param("Judgments that an earlier stage recorded, instead of files") Optional<Artefact> judgments,
            @Param(value = "How the judgments are written", def = "fast-chat") Format format,
            @Param(value = "Names of the models; if none are given, all that occur, for which fast-chat files are read twice", def = "") List<String> models,
            @Param(value = "Names of reviewers that do not compete", def = "") List<String> otherReviewers,
            @Param("File with the true order, in the data roots: a name a line, best first, or a table with the columns model and truth-column") Optional<String> truth,
            @Param(value = "Column with the true ratings, the greatest best", def = "rating") String truthColumn,
            @Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share,
            @Param(value = "Whether models' judgments of their own answers are left out", def = "false") boolean excludeSelf,
            @Param(value = "What is done with the second judgment of a reviewer on a question and pair", def = "keep") Repeats repeats,
            @Param(value = "Whether names of neither models nor reviewers end the run; otherwise such judgments are dropped and counted", def = "false") boolean strict,
            @Param(value = "Whether broken lines are dropped and counted; otherwise the first ends the run", def = "false") boolean skipBad,
            @Param(value = "Whether single judgments are kept; counts alone need no memory for large files, but majority voting and sequential Elo need the judgments",
                    def = "true") boolean keepJudgments) {
    }

    @Inject
    RecordedDataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.sampling = new Sampling(parameters.share(), parameters.excludeSelf());
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        if (parameters.files().isEmpty() == parameters.judgments().isEmpty()) {
            throw new InputException("Recorded judgments come from files or from an earlier stage: give either key 'files' or key 'judgments'"
                    + (parameters.files().isEmpty() ? "" : ", not both"));
        }
        return Stream.concat(parameters.files().stream(), parameters.truth().stream()).map(DataFile::external).toList();
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        Reading reading = new Reading(parameters.strict(), parameters.skipBad(), parameters.keepJudgments(), parameters.repeats(), Runtime.getRuntime().availableProcessors(), files::note);
        List<Path> paths = paths(files);
        Optional<Roster> roster = parameters.models().isEmpty() ? Optional.empty() : Optional.of(new Roster(parameters.models(), parameters.otherReviewers()));
        JudgmentData data = new FormatReader(parameters.format(), roster, reading).read("recorded", paths);
        if (parameters.truth().isPresent()) {
            Path truth = files.path(DataFile.external(parameters.truth().get()));
            data = data.withTruth(GroundTruthReader.read(data.roster().models(), truth, parameters.truthColumn(), files::note));
        }
        return sampling.of(data, random);
    }

    @Override
    public List<Case> cases(DataAccess files, Lease lease) {
        return LoadCase.of(this, files);
    }

    private List<Path> paths(DataAccess files) throws IOException {
        if (parameters.judgments().isPresent()) {
            Artefact artefact = parameters.judgments().get();
            if (!Files.exists(artefact.path())) {
                throw new DataException("The judgments '" + artefact.name() + "' of stage '" + artefact.stage() + "' are not there yet: that stage has to be run first");
            }
            return List.of(artefact.path());
        }
        List<Path> paths = new ArrayList<>();
        for (String file : parameters.files()) {
            paths.add(files.path(DataFile.external(file)));
        }
        return paths;
    }
}
