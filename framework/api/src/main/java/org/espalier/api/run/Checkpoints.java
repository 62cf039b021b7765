package org.espalier.api.run;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps a trainer's state so that a stopped or killed trial goes on where it was, bit for bit. The newest complete one wins. */
@ProviderType
public interface Checkpoints {
    /** Whether it is time to {@link #save}: enough work would be lost, or a stop was asked for. Ask after every epoch. */
    boolean due();

    /** Writes the state, replacing the one before only once it is complete and checksummed. */
    void save(int epoch, Artefacts.Content state);

    /** The state to go on from; empty at a fresh start. */
    Optional<Checkpoint> latest();

    /**
     * A saved state.
     *
     * @param epoch epochs done when it was written
     * @param state as written by {@link Checkpoints#save}
     */
    record Checkpoint(int epoch, byte[] state) {
    }
}
