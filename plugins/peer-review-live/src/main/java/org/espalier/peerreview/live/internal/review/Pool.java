package org.espalier.peerreview.live.internal.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.extension.ModelExtension;
import org.espalier.api.error.InputException;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.model.Model;
import org.espalier.api.run.RandomSource;
import org.espalier.peerreview.live.Questions;
import org.espalier.peerreview.live.internal.pool.Ledger;
import org.espalier.peerreview.live.internal.pool.Participant;
import org.espalier.peerreview.live.internal.pool.Participants;
import org.espalier.peerreview.live.internal.prompt.PromptBook;

import jakarta.inject.Inject;

/**
 * The models of a live review (arXiv 2402.01830, section 3): who answers, who reviews, and which contests are held.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>paper</th><th>here</th></tr>
 * <tr><td>M, the pool</td><td>{@link Participant}s</td></tr>
 * <tr><td>Q, the questions</td><td>{@link Questions}</td></tr>
 * <tr><td>(A_i^j, A_i^k), a pair of answers</td><td>{@link Contest}</td></tr>
 * <tr><td>M_s, its reviewers</td><td>{@link Contest#reviewers}</td></tr>
 * </table>
 */
@ModelExtension(id = "peerreview.pool", title = "Language models that answer and review each other", data = Questions.KIND, form = Pool.FORM, predicts = "nothing")
public final class Pool implements Model<Questions> {
    /** How it is trained: not at all, it is asked. */
    public static final String FORM = "review-pool";

    private final PoolSettings settings;
    private final RandomSource random;
    private final Participants participants;
    private final PromptBook prompts;
    private Ledger ledger;

    @Inject
    public Pool(PoolSettings settings, RandomSource random) {
        this.settings = settings;
        this.random = random;
        this.participants = Participants.read(Path.of(settings.pool()), System::getenv);
        this.prompts = PromptBook.of(settings.prompts().map(Path::of));
        if (participants.authors().size() < 2) {
            throw new InputException("The pool " + settings.pool() + " has " + participants.authors().size() + " competing model; a review needs at least 2.");
        }
    }

    List<Contest> contests(Questions questions) {
        return new Draw(settings.reviewersPerPair(), settings.opponents(), settings.excludeSelf())
                .contests(questions, participants.authors(), participants.reviewers(), random.generator("contests"));
    }

    /** What this pool's review costs is counted here. */
    void counted(Ledger counts) {
        ledger = counts;
    }

    Participants participants() {
        return participants;
    }

    PromptBook prompts() {
        return prompts;
    }

    int turns() {
        return settings.turns();
    }

    @Override
    public List<String> outlook(Questions questions) {
        return new Outlook(participants, prompts, settings.turns()).of(questions, contests(questions));
    }

    @Override
    public OptionalLong nativeMemory(Questions questions) {
        return OptionalLong.of(0);
    }

    @Override
    public Optional<Inspector> inspector(Questions questions) {
        return Optional.ofNullable(ledger).map(CostInspector::new);
    }
}
