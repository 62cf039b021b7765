package org.espalier.core.run;

import java.nio.file.Path;
import java.util.List;

/** The run folders. Reads what is there, finished or not; a torn last line of a log is left out. */
public interface RunStore {
    /** The folder below which runs are kept. */
    Path root();

    /** Newest first. Reads only each run's head. */
    List<RunRecord> list();

    /** By full id, by a unique ending of it, or {@code last}. @throws org.espalier.api.error.InputException if there is none, with the nearest */
    RunRecord get(String run);

    /** The run in a folder, wherever that is. */
    RunRecord at(Path folder);

    /** All epochs reported, in order of time. */
    List<EpochRecord> epochs(RunRecord run);

    /** What the trials' models gave to look at, in the order of trials and stages, then by name. Figures that cannot be read are left out. */
    List<TrialFigure> figures(RunRecord run);
}
