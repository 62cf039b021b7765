package org.espalier.data.judgment.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.espalier.data.internal.judgment.Collector;
import org.espalier.data.internal.judgment.LineBlocks;
import org.espalier.data.internal.judgment.Names;
import org.espalier.data.internal.judgment.Pool;
import org.espalier.data.internal.json.JsonCursor;
import org.espalier.data.internal.json.JsonProblem;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;

/**
 * Reads peer ratings, a file per reviewer and ordered pair, and joins the two orders of a pair into one judgment per question. Where a question was rated in one order only, the
 * other counts as an error. Of several ratings of one question the first counts.
 */
public final class RatingReader {
    private final Roster roster;
    private final Reading reading;

    public RatingReader(Roster roster, Reading reading) {
        this.roster = roster;
        this.reading = reading;
    }

    /**
     * Reads the files of a pool.
     *
     * @param files  to be joined
     * @param singly of reviewers who saw each pair in one order, perhaps several people under one name: every line is a judgment, its other order an error
     * @throws org.espalier.api.error.DataException naming the first broken line
     */
    public JudgmentData read(String name, List<RatingFile> files, List<RatingFile> singly) throws IOException {
        Collector all = new Collector(roster, reading.keepRecords());
        Names names = new Names(roster);
        Map<String, Map<Long, Verdict>> byOrder = new TreeMap<>();
        for (RatingFile file : files) {
            Map<Long, Verdict> verdicts = new TreeMap<>();
            ratings(file, all, verdicts::putIfAbsent);
            byOrder.put(key(file.reviewer(), file.first(), file.second()), verdicts);
        }
        for (String reviewer : roster.reviewers()) {
            joinAll(all, names.reviewer(reviewer), byOrder);
        }
        for (RatingFile file : singly) {
            int first = names.model(file.first());
            int second = names.model(file.second());
            int reviewer = names.reviewer(file.reviewer());
            ratings(file, all, (question, verdict) -> all.add(question, first, second, reviewer, VerdictPair.code(verdict, Verdict.ERROR)));
        }
        return new Pool(name, roster, reading).data(all);
    }

    private void joinAll(Collector all, int reviewer, Map<String, Map<Long, Verdict>> byOrder) {
        String name = roster.reviewers().get(reviewer);
        for (int j = 0; j < roster.size(); j++) {
            for (int k = j + 1; k < roster.size(); k++) {
                Map<Long, Verdict> one = byOrder.getOrDefault(key(name, roster.models().get(j), roster.models().get(k)), Map.of());
                Map<Long, Verdict> other = byOrder.getOrDefault(key(name, roster.models().get(k), roster.models().get(j)), Map.of());
                join(all, reviewer, j, k, one, other);
            }
        }
    }

    private static String key(String reviewer, String first, String second) {
        return reviewer + '\n' + first + '\n' + second;
    }

    private static void join(Collector all, int reviewer, int j, int k, Map<Long, Verdict> one, Map<Long, Verdict> other) {
        TreeSet<Long> questions = new TreeSet<>(one.keySet());
        questions.addAll(other.keySet());
        for (long question : questions) {
            Verdict second = other.getOrDefault(question, Verdict.ERROR).swapped();
            boolean turned = !one.containsKey(question);
            all.add(question, j, k, reviewer, turned ? VerdictPair.code(second, Verdict.ERROR) : VerdictPair.code(one.get(question), second));
        }
    }

    private void ratings(RatingFile file, Collector all, BiConsumer<Long, Verdict> taker) throws IOException {
        new LineBlocks(file.path(), 1, reading.skipBad()).read(() -> new Ratings(all, taker));
    }

    /** The ratings of one file. */
    private static final class Ratings implements LineBlocks.Worker {
        private static final byte[] QUESTION = "question_id".getBytes(US_ASCII);
        private static final byte[] SCORE = "score".getBytes(US_ASCII);
        private static final Verdict[] SCORES = {Verdict.MODEL_1, Verdict.MODEL_2, Verdict.TIE};

        private final Collector all;
        private final BiConsumer<Long, Verdict> taker;
        private final JsonCursor cursor = new JsonCursor();

        Ratings(Collector all, BiConsumer<Long, Verdict> taker) {
            this.all = all;
            this.taker = taker;
        }

        @Override
        public void line(byte[] text, int from, int to) {
            Long question = null;
            Verdict verdict = null;
            cursor.open(text, from, to);
            if (cursor.enter('{')) {
                do {
                    cursor.name();
                    if (cursor.is(QUESTION)) {
                        question = Names.question(cursor);
                    } else if (cursor.is(SCORE)) {
                        verdict = score();
                    } else {
                        cursor.skip();
                    }
                } while (cursor.more('}'));
            }
            cursor.finish();
            if (question == null || verdict == null) {
                throw new JsonProblem("a rating needs question_id and score; " + (question == null ? "question_id" : "score") + " is missing");
            }
            taker.accept(question, verdict);
        }

        private Verdict score() {
            byte first = cursor.peek();
            if (first >= '1' && first <= '9') {
                long score = cursor.integer();
                if (score <= SCORES.length) {
                    return SCORES[(int) score - 1];
                }
            } else {
                cursor.skip();
            }
            all.oddVerdict();
            return Verdict.ERROR;
        }

        @Override
        public void skipped() {
            all.skip();
        }

        @Override
        public void blockDone(int block) {
            // nothing is kept by block
        }
    }
}
