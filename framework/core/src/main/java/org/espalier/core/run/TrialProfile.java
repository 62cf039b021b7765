package org.espalier.core.run;

import java.util.List;

import org.espalier.api.compute.Profile;
import org.espalier.core.internal.store.RunStoreComponent;

/**
 * Where the time of a trial's stage went.
 *
 * @param trial   the trial's id
 * @param stage   the stage's name
 * @param profile by kind of op
 */
public record TrialProfile(String trial, String stage, Profile profile) {
    /** Those of a run, in order of time; none unless {@code compute.profile} was true. */
    public static List<TrialProfile> of(RunRecord run) {
        return RunStoreComponent.profiles(run);
    }
}
