package org.espalier.peerreview.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.data.judgment.io.RatingFile;

/** Where the ratings of PRD's vicuna80 lie, by reviewer and ordered pair; the ends of their names differ. */
final class Vicuna80Files {
    static final List<String> MODELS = List.of("gpt4", "claude", "vicuna-13b", "gpt35", "bard");
    static final String HUMAN = "human";

    private static final String SOURCE = "https://github.com/bcdnlp/PRD/raw/main/data/";
    private static final Set<String> NEVER_COMPARED_BY_PEOPLE = Set.of("bard claude", "gpt35 claude", "gpt4 claude", "vicuna-13b claude");

    /** A file of the set. */
    record Rating(String first, String second, String reviewer, DataFile file) {
        RatingFile at(DataAccess access) throws java.io.IOException {
            return new RatingFile(first, second, reviewer, access.path(file));
        }
    }

    private Vicuna80Files() {
    }

    /** What the models rated. */
    static List<Rating> ofModels() {
        return MODELS.stream().flatMap(reviewer -> ratings(reviewer).stream()).toList();
    }

    /** What people rated. */
    static List<Rating> ofPeople() {
        return ratings(HUMAN);
    }

    private static List<Rating> ratings(String reviewer) {
        List<Rating> ratings = new ArrayList<>();
        for (String first : MODELS) {
            for (String second : MODELS) {
                boolean rated = !reviewer.equals(HUMAN) || !NEVER_COMPARED_BY_PEOPLE.contains(first + " " + second);
                if (!first.equals(second) && rated) {
                    String path = "vicuna80/ratings-" + reviewer + "/answer_" + first + "-vs-answer_" + second + "-" + reviewer + "-reviewer" + end(reviewer, first, second) + ".jsonl";
                    ratings.add(new Rating(first, second, reviewer, DataFile.external(path).source(SOURCE + path)));
                }
            }
        }
        return ratings;
    }

    private static String end(String reviewer, String first, String second) {
        boolean withClaude = first.equals("claude") || second.equals("claude");
        return reviewer.equals("vicuna-13b") ? "" : reviewer.equals("gpt4") && !withClaude ? "-threeclass" : "_threeclass";
    }
}
