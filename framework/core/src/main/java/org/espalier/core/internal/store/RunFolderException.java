package org.espalier.core.internal.store;

import org.espalier.api.error.InputException;

/** The run folder cannot be written: no trial of the run can go on. */
public final class RunFolderException extends InputException {
    private static final long serialVersionUID = 1L;

    RunFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
