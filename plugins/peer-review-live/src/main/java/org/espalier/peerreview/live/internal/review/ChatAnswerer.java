package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Answerer;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.internal.http.Chat;
import org.espalier.peerreview.live.internal.http.Message;
import org.espalier.peerreview.live.internal.http.Reply;

/** A model behind a chat that is put the turns of a question, one after the other. */
record ChatAnswerer(String model, Chat chat) implements Answerer {
    @Override
    public Optional<Answer> answer(Question question, int turns) throws InterruptedException {
        List<Message> conversation = new ArrayList<>();
        List<String> replies = new ArrayList<>();
        for (String turn : question.turns().subList(0, Math.min(turns, question.turns().size()))) {
            conversation.add(Message.user(turn));
            Optional<Reply> reply = chat.ask(List.copyOf(conversation));
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            conversation.add(Message.assistant(reply.get().text()));
            replies.add(reply.get().text());
        }
        return Optional.of(new Answer(model, replies));
    }
}
