package org.espalier.peerreview.live.internal.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everybody in a pool, in the order of its file. */
public record Participants(List<Participant> all) {
    public Participants {
        all = List.copyOf(all);
    }

    /**
     * Reads a pool file.
     *
     * @param environment looks up the variables that hold keys
     * @throws org.espalier.api.error.InputException naming file and model, if it cannot be used
     */
    public static Participants read(Path file, UnaryOperator<String> environment) {
        return new Participants(new PoolFile(file, environment).read());
    }

    /** Names of those whose answers are judged. */
    public List<String> authors() {
        return all.stream().filter(Participant::competes).map(Participant::name).toList();
    }

    /** Names of those who judge. */
    public List<String> reviewers() {
        return all.stream().filter(Participant::canReview).map(Participant::name).toList();
    }

    public Optional<Participant> named(String name) {
        return all.stream().filter(participant -> participant.name().equals(name)).findFirst();
    }
}
