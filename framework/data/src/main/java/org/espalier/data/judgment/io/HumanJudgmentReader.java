package org.espalier.data.judgment.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.espalier.data.internal.judgment.Collector;
import org.espalier.data.internal.judgment.LineBlocks;
import org.espalier.data.internal.judgment.Names;
import org.espalier.data.internal.judgment.Pool;
import org.espalier.data.internal.json.JsonCursor;
import org.espalier.data.internal.json.JsonProblem;
import org.espalier.data.internal.json.NameTable;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;

/**
 * Reads lmsys/mt_bench_human_judgments exported as JSON lines: question_id, model_a, model_b, winner (model_a, model_b, tie or tie (inconsistent)), judge. Each line is a whole
 * judgment. Judges called {@code expert_…} or {@code author_…} are the one reviewer {@value #HUMAN} if the roster has it.
 */
public final class HumanJudgmentReader {
    /** The reviewer who stands for all people. */
    public static final String HUMAN = "human";

    private static final byte[] QUESTION = "question_id".getBytes(US_ASCII);
    private static final byte[] MODEL_A = "model_a".getBytes(US_ASCII);
    private static final byte[] MODEL_B = "model_b".getBytes(US_ASCII);
    private static final byte[] WINNER = "winner".getBytes(US_ASCII);
    private static final byte[] JUDGE = "judge".getBytes(US_ASCII);
    private static final int NOT_SEEN = -2;

    private final Roster roster;
    private final Reading reading;
    private final Names names;

    public HumanJudgmentReader(Roster roster, Reading reading) {
        this.roster = roster;
        this.reading = reading;
        this.names = new Names(roster);
    }

    /**
     * Reads files.
     *
     * @throws org.espalier.api.error.DataException naming the first broken line, or telling that the file is Parquet
     */
    public JudgmentData read(String name, List<Path> files) throws IOException {
        Collector all = new Collector(roster, reading.keepRecords());
        for (Path file : files) {
            ParquetCheck.refuse(file);
            new LineBlocks(file, 1, reading.skipBad()).read(() -> new Rows(all));
        }
        return new Pool(name, roster, reading).data(all);
    }

    /** Takes the rows of a file. */
    private final class Rows implements LineBlocks.Worker {
        private final Collector all;
        private final JsonCursor cursor = new JsonCursor();
        private int first;
        private int second;
        private int reviewer;
        private int code;
        private long question;
        private String unknown;

        Rows(Collector all) {
            this.all = all;
        }

        @Override
        public void line(byte[] text, int from, int to) {
            first = second = reviewer = code = NOT_SEEN;
            unknown = null;
            cursor.open(text, from, to);
            if (cursor.enter('{')) {
                do {
                    cursor.name();
                    field();
                } while (cursor.more('}'));
            }
            cursor.finish();
            add();
        }

        private void field() {
            if (cursor.is(QUESTION)) {
                question = Names.question(cursor);
            } else if (cursor.is(MODEL_A)) {
                first = model();
            } else if (cursor.is(MODEL_B)) {
                second = model();
            } else if (cursor.is(WINNER)) {
                cursor.string();
                code = winner(cursor.text());
            } else if (cursor.is(JUDGE)) {
                judge();
            } else {
                cursor.skip();
            }
        }

        private int model() {
            cursor.string();
            int model = names.model(cursor);
            unknown = model == NameTable.UNKNOWN ? cursor.text() : unknown;
            return model;
        }

        private void judge() {
            boolean list = cursor.peek() == '[';
            if (list) {
                cursor.enter('[');
            }
            cursor.string();
            String judge = cursor.text().matches("(expert|author)_.*") ? HUMAN : cursor.text();
            reviewer = names.reviewer(judge);
            unknown = reviewer == NameTable.UNKNOWN ? judge : unknown;
            while (list && cursor.more(']')) {
                cursor.skip();
            }
        }

        private int winner(String winner) {
            return switch (winner) {
                case "model_a" -> VerdictPair.ofOutcome(VerdictPair.FIRST_WINS);
                case "model_b" -> VerdictPair.ofOutcome(VerdictPair.SECOND_WINS);
                case "tie" -> VerdictPair.ofOutcome(VerdictPair.TIE);
                case "tie (inconsistent)" -> VerdictPair.code(Verdict.MODEL_1, Verdict.MODEL_2);
                default -> {
                    all.oddVerdict();
                    yield VerdictPair.code(Verdict.ERROR, Verdict.ERROR);
                }
            };
        }

        private void add() {
            if (first == NOT_SEEN || second == NOT_SEEN || reviewer == NOT_SEEN || code == NOT_SEEN) {
                throw new JsonProblem("a judgment needs model_a, model_b, judge and winner; one is missing");
            }
            if (unknown != null) {
                all.unknown(unknown);
            } else if (first == second) {
                throw new JsonProblem("model_a and model_b are the same model");
            } else {
                all.add(question, first, second, reviewer, code);
            }
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
