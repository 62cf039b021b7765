package org.espalier.api.bench;

import java.util.List;
import java.util.Objects;

import org.espalier.api.compute.Lease;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented by a dataset or a model beside its own contract if parts of its work are worth a time of their own, e.g. reading, counting,
 * preprocessing. Training steps of models need it not: those are timed anyway.
 *
 * @param <S> what the work is done on: {@link org.espalier.api.dataset.DataAccess} for a dataset, its data kind for a model
 */
@ConsumerType
public interface Benchmark<S> {
    /**
     * The pieces to be timed, in order. Called once, on the lease's compute thread; so is each piece, again and again.
     *
     * @param subject the dataset's files, or the loaded data
     * @param lease   for those that need a device
     */
    List<Case> cases(S subject, Lease lease);

    /**
     * One piece of work.
     *
     * @param name  for the table, e.g. {@code load}
     * @param units how much a call does, e.g. the number of rows; at least 1
     * @param unit  what is counted, in the plural, e.g. {@code rows}
     * @param work  does it; every call does the same
     */
    record Case(String name, long units, String unit, Runnable work) {
        public Case {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(work, "work");
            if (units < 1) {
                throw new IllegalArgumentException("Case '" + name + "' does " + units + " " + unit + "; at least one is needed");
            }
        }
    }
}
