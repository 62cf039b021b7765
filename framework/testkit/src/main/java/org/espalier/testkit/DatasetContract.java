package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.InputException;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.internal.Replaced;
import org.espalier.testkit.internal.Same;
import org.junit.jupiter.api.Test;

/**
 * What a host expects of a dataset. Tests that load are skipped where files it needs are in no data root.
 *
 * @param <D> the data kind
 */
public abstract class DatasetContract<D> extends ExtensionContract {

    @Override
    protected abstract Class<? extends Dataset<D>> extension();

    /** Whether the trial's seed changes the data, e.g. its split. */
    protected boolean dependsOnSeed() {
        return true;
    }

    /** Where files that are not bundled are looked for. */
    protected List<Path> dataRoots() {
        return FilesAccess.dataRoots();
    }

    @Test
    void namesTheSameFilesEachTimeAndBundlesWhatItSaysItBundles() {
        List<DataFile> files = dataset(1).files();
        assertEquals(files, dataset(2).files(), "files() must follow from the parameters alone");
        for (DataFile file : files) {
            assertTrue(!file.bundled() || access().has(file), () -> "'" + file.path() + "' is said to be bundled but is not on the class path");
        }
    }

    @Test
    void loadsTheSameDataForTheSameSeed() throws IOException {
        Optional<String> difference = Same.firstDifference(load(1), load(1));
        assertEquals(Optional.empty(), difference, "Two loads with one seed differ. Draw all chance from the injected RandomSource and keep to a fixed order "
                + "(not that of a hash set or a folder listing). The first difference is at this path");
    }

    @Test
    void loadsOtherDataForAnotherSeedIfItSaysSo() throws IOException {
        boolean differs = Same.firstDifference(load(1), load(2)).isPresent();
        assertEquals(dependsOnSeed(), differs, "Whether the data depends on the seed; override dependsOnSeed() if this is meant to be so");
    }

    @Test
    void explainsMalformedFilesInsteadOfCrashing() throws IOException {
        assumeComplete();
        for (DataFile file : dataset(1).files()) {
            if (access().has(file)) {
                byte[] whole = Files.readAllBytes(access().path(file));
                damaged(whole).forEach((damage, bytes) -> loadOrExplain(file, damage, bytes));
            }
        }
    }

    private static Map<String, byte[]> damaged(byte[] whole) {
        byte[] broken = whole.clone();
        Arrays.fill(broken, whole.length / 3, whole.length / 2, (byte) 0xff);
        Map<String, byte[]> damaged = new LinkedHashMap<>();
        damaged.put("empty", new byte[0]);
        damaged.put("cut off in the middle", Arrays.copyOf(whole, whole.length / 2));
        damaged.put("overwritten in part", broken);
        return damaged;
    }

    private void loadOrExplain(DataFile file, String damage, byte[] bytes) {
        try {
            Path copy = folder.resolve("damaged").resolve(file.path()); // a folder may tell what the file is of
            Files.createDirectories(copy.getParent());
            dataset(1).load(new Replaced(access(), file, Files.write(copy, bytes)));
        } catch (InputException e) {
            assertNotEquals("", e.getMessage().strip(), "The explanation of a malformed file is empty");
        } catch (IOException | RuntimeException e) {
            fail("With '" + file.path() + "' " + damage + ", load() should succeed or throw a DataException that names file, line and what was expected, but threw this", e);
        }
    }

    private D load(long seed) throws IOException {
        assumeComplete();
        return dataset(seed).load(access());
    }

    private void assumeComplete() {
        DataAccess access = access();
        for (DataFile file : dataset(1).files()) {
            assumeTrue(!file.needed() || access.has(file), () -> "'" + file.path() + "' is in no data root; name one by the system property data.roots");
        }
    }

    private Dataset<D> dataset(long seed) {
        return deviceless(seed).make(extension(), settings());
    }

    private FilesAccess access() {
        return new FilesAccess(extension(), folder, dataRoots());
    }
}
