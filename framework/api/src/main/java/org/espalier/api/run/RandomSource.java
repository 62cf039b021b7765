package org.espalier.api.run;

import java.util.random.RandomGenerator;

import org.osgi.annotation.versioning.ProviderType;

/** The one source of chance in a trial. Everything drawn follows from the trial's seed and the purpose's name, whatever the order of asking. */
@ProviderType
public interface RandomSource {
    /** The seed the user named for this trial. */
    long seed();

    /** A generator for one purpose, e.g. {@code initial-weights}. The same purpose gives the same numbers from the start, each time it is asked for. */
    RandomGenerator generator(String purpose);

    /** A 64-bit key for counter-based generators, for one purpose. */
    long key(String purpose);
}
