package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Answerer;
import org.espalier.peerreview.live.Opinion;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;
import org.espalier.peerreview.live.internal.pool.Ledger;

/** One review: everybody answers, then everybody judges. */
final class Session {
    private final Voices voices;
    private final Workforce workforce;
    private final Ledger ledger;
    private final int turns;

    Session(Voices voices, Workforce workforce, Ledger ledger, int turns) {
        this.voices = voices;
        this.workforce = workforce;
        this.ledger = ledger;
        this.turns = turns;
    }

    /** An answer to a question. */
    record Answered(Question question, Answer answer) {
    }

    /** What the authors answer; an answer that could not be had is left out. */
    List<Answered> answers(Questions questions, List<String> authors, IntConsumer done) throws InterruptedException {
        List<Callable<Optional<Answered>>> tasks = new ArrayList<>();
        for (String author : authors) {
            Answerer answerer = voices.answerers().get(author);
            questions.all().forEach(question -> tasks.add(() -> answerer.answer(question, turns).map(answer -> new Answered(question, answer))));
        }
        return workforce.all(tasks, done).stream().flatMap(Optional::stream).toList();
    }

    /** What the reviewers say of each contest whose two answers there are. */
    List<Judgment> judgments(List<Contest> contests, List<Answered> answers, IntConsumer done) throws InterruptedException {
        Map<String, Map<String, Answer>> byQuestion = new HashMap<>();
        answers.forEach(given -> byQuestion.computeIfAbsent(given.question().id(), id -> new HashMap<>()).put(given.answer().model(), given.answer()));
        List<Callable<Optional<Judgment>>> tasks = new ArrayList<>();
        for (Contest contest : contests) {
            Map<String, Answer> given = byQuestion.getOrDefault(contest.question().id(), Map.of());
            if (given.containsKey(contest.first()) && given.containsKey(contest.second())) {
                contest.reviewers().forEach(reviewer -> tasks.add(() -> judge(contest, reviewer, given.get(contest.first()), given.get(contest.second()))));
            }
        }
        return workforce.all(tasks, done).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Judgment> judge(Contest contest, String reviewer, Answer first, Answer second) throws InterruptedException {
        Optional<Opinion> one = voices.reviewers().get(reviewer).review(contest.question(), first, second);
        Optional<Opinion> two = voices.reviewers().get(reviewer).review(contest.question(), second, first);
        if (one.isEmpty() || two.isEmpty()) {
            ledger.missing(reviewer);
            return Optional.empty();
        }
        Judgment judgment = new Judgment(contest, reviewer, one.get(), two.get());
        ledger.judged(reviewer, one.get().verdict());
        ledger.judged(reviewer, two.get().verdict());
        ledger.paired(reviewer, judgment.flipped());
        return Optional.of(judgment);
    }
}
