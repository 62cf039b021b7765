package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.espalier.api.error.InputException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.CountsFile;
import org.espalier.data.judgment.io.FastChatReader;
import org.espalier.data.judgment.io.HumanJudgmentReader;
import org.espalier.data.judgment.io.RatingFile;
import org.espalier.data.judgment.io.RatingReader;
import org.espalier.data.judgment.io.Reading;
import org.espalier.data.judgment.io.VoteReader;

/**
 * Reads files of one format.
 *
 * @param format  the format
 * @param roster  who takes part; if empty, whoever occurs, where the format tells
 * @param reading what to do with what is odd
 */
record FormatReader(Format format, Optional<Roster> roster, Reading reading) {

    JudgmentData read(String name, List<Path> files) throws IOException {
        return switch (format) {
            case FAST_CHAT -> new FastChatReader(rosterOrNames(files), reading).read(name, files);
            case HUMAN -> new HumanJudgmentReader(roster.isPresent() ? roster.get() : people(FastChatReader.roster(files, reading)), reading).read(name, files);
            case RATINGS -> new RatingReader(needed(), reading).read(name, ratings(files), List.of());
            case VOTES -> new VoteReader(needed(), reading).read(name, votes(files));
            case COUNTS -> CountsFile.read(name, only(files), reading);
        };
    }

    private Roster rosterOrNames(List<Path> files) throws IOException {
        return roster.isPresent() ? roster.get() : FastChatReader.roster(files, reading);
    }

    /** All people are one reviewer. */
    private static Roster people(Roster named) {
        List<String> others = new ArrayList<>(named.others());
        others.removeIf(judge -> judge.matches("(expert|author)_.*"));
        others.add(HumanJudgmentReader.HUMAN);
        return new Roster(named.models(), others);
    }

    private Roster needed() {
        return roster.orElseThrow(() -> new InputException("Key 'models': files of format '" + format.name().toLowerCase(Locale.ROOT) + "' do not tell who takes part; name the models"));
    }

    private static Path only(List<Path> files) {
        if (files.size() != 1) {
            throw new InputException("Key 'files': counts are read from one file, not " + files.size());
        }
        return files.get(0);
    }

    /** Names of models may contain hyphens, so the reviewer is looked for among those who take part. Files that are named otherwise are told of and left out. */
    private List<RatingFile> ratings(List<Path> files) {
        List<RatingFile> ratings = new ArrayList<>();
        for (Path file : files) {
            Optional<RatingFile> rating = needed().reviewers().stream().flatMap(reviewer -> rating(file, reviewer).stream()).findFirst();
            rating.ifPresentOrElse(ratings::add, () -> reading.notes().accept(file.getFileName() + " was left out: its name is not answer_MODEL-vs-answer_MODEL-REVIEWER-reviewer….jsonl with models and reviewers of the pool"));
        }
        return ratings;
    }

    private Optional<RatingFile> rating(Path file, String reviewer) {
        Matcher name = Pattern.compile("answer_(.+?)-vs-answer_(.+)-" + Pattern.quote(reviewer) + "-reviewer(?:[_-]threeclass)?\\.jsonl").matcher(file.getFileName().toString());
        boolean known = name.matches() && needed().models().contains(name.group(1)) && needed().models().contains(name.group(2));
        return known ? Optional.of(new RatingFile(name.group(1), name.group(2), reviewer, file)) : Optional.empty();
    }

    private Map<String, Path> votes(List<Path> files) {
        Map<String, Path> votes = new LinkedHashMap<>();
        for (Path file : files) {
            String reviewer = file.toAbsolutePath().getParent().getFileName().toString();
            if (!needed().reviewers().contains(reviewer)) {
                throw new InputException("Key 'files': votes lie in a folder of their reviewer's name, but '" + reviewer + "' (of " + file.getFileName() + ") is no reviewer of the pool");
            }
            votes.put(reviewer, file);
        }
        return votes;
    }
}
