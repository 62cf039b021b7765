package org.espalier.data.judgment.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;

/** Writes judgments in the short form of FastChat's pair judgments, a line each. */
public final class FastChatWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final List<byte[]> first;
    private final List<byte[]> second;
    private final byte[][] winners;
    private final List<byte[]> judges;

    /** @param out closed with this */
    public FastChatWriter(Roster roster, OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.first = roster.models().stream().map(name -> bytes(", \"model_1\": " + quoted(name))).toList();
        this.second = roster.models().stream().map(name -> bytes(", \"model_2\": " + quoted(name))).toList();
        this.judges = roster.reviewers().stream().map(name -> bytes(", \"judge\": [" + quoted(name) + ", \"pair-v2\"], \"turn\": 1}\n")).toList();
        this.winners = Stream.of("g1_winner", "g2_winner").flatMap(order -> Stream.of(Verdict.values()).map(verdict -> bytes(", \"" + order + "\": \""
                + verdict.name().toLowerCase(Locale.ROOT) + "\""))).toArray(byte[][]::new);
    }

    /** Writes a judgment; its verdicts are a {@link VerdictPair}. */
    public void write(long question, int model1, int model2, int reviewer, int verdicts) throws IOException {
        out.write(bytes("{\"question_id\": " + question));
        out.write(first.get(model1));
        out.write(second.get(model2));
        out.write(winners[VerdictPair.first(verdicts).ordinal()]);
        out.write(winners[Verdict.values().length + VerdictPair.second(verdicts).ordinal()]);
        out.write(judges.get(reviewer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
