package org.espalier.data.judgment.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.judgment.Collector;
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
 * Reads the votes of De-Arena (github.com/maitrix-org/de-arena): per reviewer a file with one array of objects response_A, response_B, Won, question_id. The two orders are already merged into
 * Won: the name of the better model, {@code TIE} if the orders disagreed, {@code Tie} if a tie was declared. Anything else counts as an error in both orders, which is a tie.
 */
public final class VoteReader {
    private static final byte[] MODEL_A = "response_A".getBytes(US_ASCII);
    private static final byte[] MODEL_B = "response_B".getBytes(US_ASCII);
    private static final byte[] WON = "Won".getBytes(US_ASCII);
    private static final byte[] QUESTION = "question_id".getBytes(US_ASCII);
    private static final int NOT_SEEN = -2;

    private final Roster roster;
    private final Reading reading;
    private final Names names;
    private final JsonCursor cursor = new JsonCursor();
    private final Collector all;

    public VoteReader(Roster roster, Reading reading) {
        this.roster = roster;
        this.reading = reading;
        this.names = new Names(roster);
        this.all = new Collector(roster, reading.keepRecords());
    }

    /**
     * Reads the files of a pool.
     *
     * @param files by reviewer, in the order to read them
     * @throws DataException naming the file and the vote that is broken
     */
    public JudgmentData read(String name, Map<String, Path> files) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            readFile(names.reviewer(file.getKey()), file.getValue());
        }
        return new Pool(name, roster, reading).data(all);
    }

    private void readFile(int reviewer, Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        cursor.open(text, 0, text.length);
        int vote = 1;
        try {
            while (!cursor.atEnd()) {
                if (cursor.enter('[')) {
                    do {
                        vote(reviewer);
                        vote++;
                    } while (cursor.more(']'));
                }
            }
        } catch (JsonProblem e) {
            throw new DataException(file.getParent().getFileName() + "/" + file.getFileName() + ", vote " + vote + ": " + e.getMessage(), e);
        }
    }

    private void vote(int reviewer) {
        int first = NOT_SEEN;
        int second = NOT_SEEN;
        long question = 0;
        String won = null;
        String unknown = null;
        if (cursor.enter('{')) {
            do {
                cursor.name();
                if (cursor.is(MODEL_A)) {
                    cursor.string();
                    first = names.model(cursor);
                    unknown = first == NameTable.UNKNOWN ? cursor.text() : unknown;
                } else if (cursor.is(MODEL_B)) {
                    cursor.string();
                    second = names.model(cursor);
                    unknown = second == NameTable.UNKNOWN ? cursor.text() : unknown;
                } else if (cursor.is(WON)) {
                    cursor.string();
                    won = cursor.text();
                } else if (cursor.is(QUESTION)) {
                    question = Names.question(cursor);
                } else {
                    cursor.skip();
                }
            } while (cursor.more('}'));
        }
        add(reviewer, first, second, question, won, unknown);
    }

    private void add(int reviewer, int first, int second, long question, String won, String unknown) {
        if (first == NOT_SEEN || second == NOT_SEEN || won == null) {
            throw new JsonProblem("a vote needs response_A, response_B and Won; " + (won == null ? "Won" : first == NOT_SEEN ? "response_A" : "response_B") + " is missing");
        }
        if (unknown != null) {
            all.unknown(unknown);
            return;
        }
        if (first == second) {
            throw new JsonProblem("response_A and response_B are of the same model");
        }
        all.add(question, first, second, reviewer, code(won, first, second));
    }

    private int code(String won, int first, int second) {
        int winner = names.model(won);
        if (winner == first || winner == second) {
            return VerdictPair.ofOutcome(winner == first ? VerdictPair.FIRST_WINS : VerdictPair.SECOND_WINS);
        }
        if (won.equals("TIE")) {
            return VerdictPair.code(Verdict.MODEL_1, Verdict.MODEL_2);
        }
        if (!won.equals("Tie")) {
            all.oddVerdict();
            return VerdictPair.code(Verdict.ERROR, Verdict.ERROR);
        }
        return VerdictPair.ofOutcome(VerdictPair.TIE);
    }
}
