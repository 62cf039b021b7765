package org.espalier.peerreview.live.internal.review;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.espalier.peerreview.live.Answerer;
import org.espalier.peerreview.live.Reviewer;
import org.espalier.peerreview.live.internal.http.Chat;
import org.espalier.peerreview.live.internal.http.Endpoint;
import org.espalier.peerreview.live.internal.http.HttpChat;
import org.espalier.peerreview.live.internal.journal.Journal;
import org.espalier.peerreview.live.internal.journal.JournaledChat;
import org.espalier.peerreview.live.internal.pool.Ledger;
import org.espalier.peerreview.live.internal.pool.Participant;
import org.espalier.peerreview.live.internal.prompt.PromptBook;

/** The participants as answerers and reviewers: recorded where there is a record, else asked. */
record Voices(Map<String, Answerer> answerers, Map<String, Reviewer> reviewers) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    static Voices of(List<Participant> participants, PromptBook prompts, Journal journal, Ledger ledger, Consumer<String> troubles) {
        Map<String, Answerer> answerers = new LinkedHashMap<>();
        Map<String, Reviewer> reviewers = new LinkedHashMap<>();
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        for (Participant participant : participants) {
            participant.endpoint().ifPresent(endpoint -> {
                Chat chat = chat(endpoint, client, journal, ledger, troubles);
                answerers.put(participant.name(), new ChatAnswerer(participant.name(), chat));
                reviewers.put(participant.name(), new ChatReviewer(chat, prompts));
            });
            participant.answers().ifPresent(file -> answerers.put(participant.name(), new RecordedAnswers(participant.name(), file)));
            participant.judgments().ifPresent(file -> reviewers.put(participant.name(), new RecordedReviews(file)));
        }
        return new Voices(answerers, reviewers);
    }

    private static Chat chat(Endpoint endpoint, HttpClient client, Journal journal, Ledger ledger, Consumer<String> troubles) {
        return new JournaledChat(endpoint, new HttpChat(endpoint, client, trouble -> {
            ledger.failed(endpoint.name());
            troubles.accept(trouble);
        }), journal, ledger);
    }
}
