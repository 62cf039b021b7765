package org.espalier.data.judgment.io;

import org.espalier.data.internal.judgment.Collector;
import org.espalier.data.internal.judgment.Pool;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;

/** Makes judgment data of judgments that come one by one, on one thread. */
public final class JudgmentsBuilder {
    private final Roster roster;
    private final boolean keep;
    private final Collector collector;

    /** @param keep whether single judgments are kept beside their counts */
    public JudgmentsBuilder(Roster roster, boolean keep) {
        this.roster = roster;
        this.keep = keep;
        this.collector = new Collector(roster, keep);
    }

    /** Takes a judgment; its verdicts are a {@link VerdictPair}. */
    public void add(long question, int first, int second, int reviewer, int verdicts) {
        collector.add(question, first, second, reviewer, verdicts);
    }

    /** The data so far, without true places. */
    public JudgmentData build(String name) {
        return new Pool(name, roster, new Reading(false, false, keep, Repeats.KEEP, 1, remark -> { })).data(collector);
    }
}
