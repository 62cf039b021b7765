package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

/** Each contract passes what is right, and points at what is wrong. */
class ContractsFindFaultsTest {
    @Test
    void metric() {
        assertEquals(Set.of(), Failures.of(Metrics.OfRightOne.class));
        assertEquals(Set.of("isNotANumberWithoutExamples", "perfectPredictionsAreBetterThanPoorOnes", "leavesThePredictionsAsTheyAre"), Failures.of(Metrics.OfWrongOne.class));
    }

    @Test
    void model() {
        assertEquals(Set.of(), Failures.of(Models.OfToy.class));
        assertEquals(Set.of("gradientsAgreeWithFiniteDifferences"), Failures.of(Models.OfWrongGradient.class));
        assertEquals(Set.of("gradientsAgreeWithFiniteDifferences"), Failures.of(Models.OfWrongFloatGradient.class));
        assertEquals(Set.of(), Failures.of(Models.OfRightFloatGradient.class));
        assertEquals(Set.of("sameSeedGivesTheSameInitialWeightsAndAnotherSeedOthers", "sameSeedTrainsAlikeBitForBitAndAnotherSeedDoesNot"), Failures.of(Models.OfUnseeded.class));
        assertEquals(Set.of("constructionTouchesNoDevice"), Failures.of(Models.OfEager.class));
    }

    @Test
    void trainer() {
        assertEquals(Set.of(), Failures.of(Trainers.OfRightOne.class));
        assertEquals(Set.of("continuesFromACheckpointBitForBit", "savesCheckpointsWhenTheyAreDue"), Failures.of(Trainers.OfForgetful.class));
        assertEquals(Set.of("endsSoonAfterAStopWasAskedFor", "saysThatTrainingDiverged"), Failures.of(Trainers.OfStubborn.class));
    }

    @Test
    void dataset() {
        assertEquals(Set.of(), Failures.of(Datasets.OfRightOne.class));
        assertEquals(Set.of("loadsTheSameDataForTheSameSeed"), Failures.of(Datasets.OfUnseeded.class));
        assertEquals(Set.of("explainsMalformedFilesInsteadOfCrashing"), Failures.of(Datasets.OfFragile.class));
    }

    @Test
    void parameters() {
        assertEquals(Set.of("everyParameterHasAKeyAndADescription"), Failures.of(Metrics.OfReservedKey.class));
        assertEquals(Set.of("defaultsAndTestSettingsAreOfTheRightTypeAndInRange", "constructionTouchesNoDevice"), parametersOnly(Failures.of(Metrics.OfDefaultOutOfRange.class)));
    }

    @Test
    void bundle() {
        assertEquals(Set.of(), Failures.of(Bundles.OfRightOne.class));
        assertEquals(Set.of("leavesNothingBehindWhenUpdatedAndUninstalled"), Failures.of(Bundles.OfLeak.class));
        assertEquals(Set.of("declaresExtensionsThatExistAndFitTheirPoint"), Failures.of(Bundles.OfWrongPoint.class));
    }

    /** Without the tests that need an instance. */
    private static Set<String> parametersOnly(Set<String> failures) {
        failures.removeIf(name -> !name.startsWith("defaults") && !name.startsWith("construction"));
        return failures;
    }
}
