package org.espalier.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.run.RandomSource;

import jakarta.inject.Inject;

/** Datasets to try the contract with. They read one number and add noise. */
final class Datasets {
    private static final DataFile FILE = DataFile.bundled("number.txt");

    private Datasets() {
    }

    record Number(double value) {
    }

    static class Noisy implements Dataset<Number> {
        private final RandomSource random;

        @Inject
        Noisy(RandomSource random) {
            this.random = random;
        }

        @Override
        public List<DataFile> files() {
            return List.of(FILE);
        }

        @Override
        public Number load(DataAccess files) throws IOException {
            return new Number(parse(files.path(FILE)) + noise());
        }

        double noise() {
            return random.generator("noise").nextDouble();
        }

        double parse(Path file) throws IOException {
            try {
                return Double.parseDouble(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (NumberFormatException e) {
                throw new DataException(file.getFileName() + ":1: a number was expected", e);
            }
        }
    }

    static final class Unseeded extends Noisy {
        @Inject
        Unseeded(RandomSource random) {
            super(random);
        }

        @Override
        double noise() {
            return Math.random();
        }
    }

    static final class Fragile extends Noisy {
        @Inject
        Fragile(RandomSource random) {
            super(random);
        }

        @Override
        double parse(Path file) throws IOException {
            return Double.parseDouble(Files.readString(file));
        }
    }

    static class OfRightOne extends DatasetContract<Number> {
        @Override
        protected Class<? extends Dataset<Number>> extension() {
            return Noisy.class;
        }
    }

    static class OfUnseeded extends DatasetContract<Number> {
        @Override
        protected Class<? extends Dataset<Number>> extension() {
            return Unseeded.class;
        }
    }

    static class OfFragile extends DatasetContract<Number> {
        @Override
        protected Class<? extends Dataset<Number>> extension() {
            return Fragile.class;
        }
    }
}
