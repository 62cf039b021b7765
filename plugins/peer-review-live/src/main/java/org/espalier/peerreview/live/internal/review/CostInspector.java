package org.espalier.peerreview.live.internal.review;

import java.util.List;
import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.peerreview.live.internal.pool.Account;
import org.espalier.peerreview.live.internal.pool.Ledger;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reports what a review cost, and how its reviewers behaved. */
final class CostInspector implements Inspector {
    private static final List<String> COLUMNS = List.of("prompts", "asked now", "prompt tokens", "completion tokens", "failed attempts", "errors", "ties", "flips", "missing records");

    private final Ledger ledger;

    CostInspector(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        throw new IllegalStateException("A pool has no network to look into");
    }

    @Override
    public void report(Inspection inspection) {
        Map<String, Account> accounts = ledger.accounts();
        inspection.number("requests", accounts.values().stream().mapToLong(Account::paid).sum());
        inspection.number("tokens", accounts.values().stream().mapToLong(account -> account.promptTokens() + account.completionTokens()).sum());
        inspection.number("failed-attempts", accounts.values().stream().mapToLong(Account::failures).sum());
        long verdicts = accounts.values().stream().mapToLong(Account::verdicts).sum();
        inspection.number("verdicts", verdicts);
        inspection.number("error-share", share(accounts.values().stream().mapToLong(Account::errors).sum(), verdicts));
        inspection.number("tie-share", share(accounts.values().stream().mapToLong(Account::ties).sum(), verdicts));
        inspection.number("flip-share", share(accounts.values().stream().mapToLong(Account::flips).sum(), accounts.values().stream().mapToLong(Account::pairs).sum()));
        inspection.figure("cost", new Figure.HeatMap("Prompts, tokens, and shares of errors, ties and position flips by model", List.copyOf(accounts.keySet()), COLUMNS,
                accounts.values().stream().map(CostInspector::row).toList()));
    }

    private static List<Double> row(Account account) {
        return List.of((double) account.prompts(), (double) account.paid(), (double) account.promptTokens(), (double) account.completionTokens(), (double) account.failures(),
                share(account.errors(), account.verdicts()), share(account.ties(), account.verdicts()), share(account.flips(), account.pairs()), (double) account.missingRecords());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
