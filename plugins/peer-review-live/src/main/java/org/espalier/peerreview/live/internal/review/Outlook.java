package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;
import org.espalier.peerreview.live.internal.http.Endpoint;
import org.espalier.peerreview.live.internal.http.Message;
import org.espalier.peerreview.live.internal.http.Reply;
import org.espalier.peerreview.live.internal.pool.Participants;
import org.espalier.peerreview.live.internal.prompt.PromptBook;

/** What a review will ask and may cost, before anybody is asked. */
record Outlook(Participants participants, PromptBook prompts, int turns) {
    /** Tokens of a verdict like [[A]]. */
    private static final int VERDICT = 5;

    List<String> of(Questions questions, List<Contest> contests) {
        long verdicts = 2L * contests.stream().mapToInt(contest -> contest.reviewers().size()).sum();
        List<String> lines = new ArrayList<>();
        lines.add(participants.authors().size() + " models answer " + questions.all().size() + " questions; " + contests.size() + " pairs of answers get " + verdicts
                + " verdicts (both orders), less what the journal holds");
        double cost = 0;
        for (var participant : participants.all()) {
            if (participant.endpoint().isPresent()) {
                Bill bill = bill(participant.endpoint().get(), questions, contests, participant.competes() && participant.answers().isEmpty(), participant.judgments().isEmpty());
                cost += bill.price();
                lines.add("  " + participant.name() + ": at most " + bill.requests() + " requests, about " + bill.prompt() + " prompt and " + bill.completion()
                        + " completion tokens if answers are as long as allowed" + (bill.price() > 0 ? String.format(Locale.ROOT, ", %.2f", bill.price()) : ""));
            }
        }
        if (cost > 0) {
            lines.add(String.format(Locale.ROOT, "  estimated cost at most %.2f, in the currency of the pool file's prices", cost));
        }
        lines.add("The first review, with places for the answers:");
        prompts.conversation(questions.all().get(0), placeholder("first"), placeholder("second")).forEach(message -> lines.addAll(show(message)));
        return lines;
    }

    /** What one model is asked. */
    private record Bill(long requests, long prompt, long completion, double price) {
    }

    private Bill bill(Endpoint endpoint, Questions questions, List<Contest> contests, boolean answers, boolean reviews) {
        long requests = 0;
        long prompt = 0;
        long completion = 0;
        if (answers) {
            requests = (long) questions.all().size() * turns;
            prompt = questions.all().stream().mapToLong(this::questionTokens).sum();
            completion = requests * endpoint.maxTokens();
        }
        for (Contest contest : contests) {
            if (reviews && contest.reviewers().contains(endpoint.name())) {
                requests += 2;
                prompt += 2 * (frame(contest.question()) + 2L * turns * endpoint.maxTokens());
                completion += 2 * VERDICT;
            }
        }
        return new Bill(requests, prompt, completion, (prompt * endpoint.promptPrice() + completion * endpoint.completionPrice()) / 1e6);
    }

    private long questionTokens(Question question) {
        return question.turns().stream().limit(turns).mapToLong(turn -> Reply.estimate(turn.length())).sum();
    }

    /** Tokens of a review without the answers. */
    private long frame(Question question) {
        return prompts.conversation(question, placeholder(""), placeholder("")).stream().mapToLong(message -> Reply.estimate(message.text().length())).sum();
    }

    private Answer placeholder(String name) {
        return new Answer("", java.util.Collections.nCopies(turns, "<the " + name + " answer>"));
    }

    private static List<String> show(Message message) {
        return message.text().lines().map(line -> "  " + message.role() + "  " + line).toList();
    }
}
