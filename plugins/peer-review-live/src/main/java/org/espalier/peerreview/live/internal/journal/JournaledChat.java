package org.espalier.peerreview.live.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.espalier.peerreview.live.internal.http.Chat;
import org.espalier.peerreview.live.internal.http.Endpoint;
import org.espalier.peerreview.live.internal.http.Message;
import org.espalier.peerreview.live.internal.http.Reply;
import org.espalier.peerreview.live.internal.pool.Ledger;

/** A chat that looks into the journal first, and counts what is really asked. */
public final class JournaledChat implements Chat {
    private final Endpoint endpoint;
    private final Chat chat;
    private final Journal journal;
    private final Ledger ledger;

    public JournaledChat(Endpoint endpoint, Chat chat, Journal journal, Ledger ledger) {
        this.endpoint = endpoint;
        this.chat = chat;
        this.journal = journal;
        this.ledger = ledger;
    }

    @Override
    public Optional<Reply> ask(List<Message> conversation) throws InterruptedException {
        String fingerprint = fingerprint(conversation);
        Optional<Reply> known = journal.find(fingerprint);
        if (known.isPresent()) {
            ledger.remembered(endpoint.name(), known.get());
            return known;
        }
        ledger.refuseBeyondBudget();
        Optional<Reply> reply = chat.ask(conversation);
        reply.ifPresent(given -> {
            journal.keep(fingerprint, endpoint.name(), given);
            ledger.asked(endpoint.name(), given);
        });
        return reply;
    }

    /** Everything that a reply depends on, and nothing else: where the server lies and how fast it may be asked do not matter. */
    private String fingerprint(List<Message> conversation) {
        StringBuilder request = new StringBuilder(endpoint.name()).append('\n').append(endpoint.model()).append('\n').append(endpoint.temperature()).append(endpoint.maxTokens());
        conversation.forEach(message -> request.append('\n').append(message.role()).append(' ').append(message.text().length()).append(' ').append(message.text()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
