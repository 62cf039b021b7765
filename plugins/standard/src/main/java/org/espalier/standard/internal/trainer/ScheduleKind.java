package org.espalier.standard.internal.trainer;

import org.espalier.api.compute.Schedule;

/** How the learning rate goes after the warm-up. */
public enum ScheduleKind {
    /** Stays. */
    CONSTANT {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.constant(rate);
        }
    },
    /** Falls by a factor every so often. */
    STEP {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.step(rate, course.factor(), course.every());
        }
    },
    /** Falls all the time, by the same factor in the same time. */
    EXPONENTIAL {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.exponential(rate, course.factor(), course.every());
        }
    },
    /** Half a cosine down to 0 at the last update. */
    COSINE {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.cosine(rate, course.length());
        }
    },
    /** A line down to 0 at the last update. */
    LINEAR {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.linear(rate, course.length());
        }
    },
    /** As one over the root of the updates, counted from the start of the warm-up. */
    INVERSE_SQUARE_ROOT {
        @Override
        Schedule of(double rate, Course course) {
            return Schedule.inverseSquareRoot(rate, Math.max(1, course.warmUp()));
        }
    };

    /**
     * In updates.
     *
     * @param warmUp updates of the warm-up
     * @param length updates after it, at least 1
     * @param factor of the falling ones
     * @param every  updates in which the rate falls by the factor, at least 1
     */
    record Course(long warmUp, long length, double factor, long every) {
    }

    abstract Schedule of(double rate, Course course);
}
