package org.espalier.data.judgment.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.espalier.data.internal.judgment.Collector;
import org.espalier.data.internal.judgment.LineBlocks;
import org.espalier.data.internal.judgment.NameScan;
import org.espalier.data.internal.judgment.Names;
import org.espalier.data.internal.judgment.PairLine;
import org.espalier.data.internal.judgment.Pool;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.Roster;

/**
 * Reads pair judgments as FastChat writes them ({@code *_pair.jsonl}, {@code *_pair_short.jsonl}): an object a line with question_id, model_1, model_2, g1_winner, g2_winner (model_1,
 * model_2, tie or error), judge (a name, or a list that starts with it), and optionally the texts g1_user_prompt, g1_judgment … or the numbers prompt_tokens and completion_tokens, from which
 * costs are told. One pass, several threads, other fields are stepped over; memory does not grow with the file unless single judgments are kept.
 */
public final class FastChatReader {
    private final Roster roster;
    private final Reading reading;

    public FastChatReader(Roster roster, Reading reading) {
        this.roster = roster;
        this.reading = reading;
    }

    /**
     * Who takes part in files whose pool is not known: models in the order of their names, then judges that are no models. Takes a pass of its own.
     *
     * @throws org.espalier.api.error.DataException naming the first broken line, unless those are skipped
     */
    public static Roster roster(List<Path> files, Reading reading) throws IOException {
        TreeSet<String> models = new TreeSet<>();
        TreeSet<String> judges = new TreeSet<>();
        for (Path file : files) {
            for (NameScan scan : new LineBlocks(file, reading.threads(), reading.skipBad()).read(NameScan::new)) {
                models.addAll(scan.models());
                judges.addAll(scan.judges());
            }
        }
        judges.removeAll(models);
        return new Roster(List.copyOf(models), List.copyOf(judges));
    }

    /**
     * Reads files, one after another.
     *
     * @throws org.espalier.api.error.DataException naming the first broken line
     */
    public JudgmentData read(String name, List<Path> files) throws IOException {
        Collector all = new Collector(roster, false);
        List<Judgments> parts = new ArrayList<>();
        Names names = new Names(roster);
        for (Path file : files) {
            ParquetCheck.refuse(file);
            List<Counting> team = new LineBlocks(file, reading.threads(), reading.skipBad()).read(() -> new Counting(names));
            Map<Integer, Judgments> blocks = new TreeMap<>();
            for (Counting worker : team) {
                all.merge(worker.collector);
                blocks.putAll(worker.blocks);
            }
            parts.addAll(blocks.values());
        }
        return new Pool(name, roster, reading).data(all, reading.keepRecords() ? Optional.of(Judgments.join(parts)) : Optional.empty());
    }

    /** Counts lines, on one thread. */
    private final class Counting implements LineBlocks.Worker {
        private final Collector collector = new Collector(roster, reading.keepRecords());
        private final Map<Integer, Judgments> blocks = new TreeMap<>();
        private final PairLine line;

        Counting(Names names) {
            this.line = new PairLine(names);
        }

        @Override
        public void line(byte[] text, int from, int to) {
            line.read(text, from, to, collector);
        }

        @Override
        public void skipped() {
            collector.skip();
        }

        @Override
        public void blockDone(int block) {
            if (reading.keepRecords()) {
                blocks.put(block, collector.takeJudgments());
            }
        }
    }

}
