package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Opinion;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Reviewer;
import org.espalier.peerreview.live.Verdict;
import org.espalier.peerreview.live.internal.http.Chat;
import org.espalier.peerreview.live.internal.http.Message;
import org.espalier.peerreview.live.internal.http.Reply;
import org.espalier.peerreview.live.internal.prompt.PromptBook;
import org.espalier.peerreview.live.internal.prompt.VerdictReader;

/** A model behind a chat that judges. A reply without a verdict is asked for once more, with the format repeated. */
record ChatReviewer(Chat chat, PromptBook prompts) implements Reviewer {
    private static final String AGAIN = "That reply holds no verdict in the form asked for. Reply with exactly one mark and nothing else: [[A]], [[B]], or [[C]] for a tie.";

    @Override
    public Optional<Opinion> review(Question question, Answer a, Answer b) throws InterruptedException {
        List<Message> conversation = new ArrayList<>(prompts.conversation(question, a, b));
        Optional<Reply> first = chat.ask(List.copyOf(conversation));
        if (first.isEmpty()) {
            return Optional.of(new Opinion(Verdict.ERROR, ""));
        }
        Optional<Verdict> verdict = VerdictReader.read(first.get().text());
        if (verdict.isPresent()) {
            return Optional.of(new Opinion(verdict.get(), first.get().text()));
        }
        conversation.add(Message.assistant(first.get().text()));
        conversation.add(Message.user(AGAIN));
        String second = chat.ask(List.copyOf(conversation)).map(Reply::text).orElse("");
        return Optional.of(new Opinion(VerdictReader.readAgain(second).orElse(Verdict.ERROR), second));
    }
}
