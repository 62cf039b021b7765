package org.espalier.core.run;

import org.espalier.api.compute.Profile;

/**
 * Where the time of a trial's stage went.
 *
 * @param trial   the trial's id
 * @param stage   the stage's name
 * @param profile by kind of op
 */
public record TrialProfile(String trial, String stage, Profile profile) {
}
