package org.espalier.core.internal.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.espalier.core.extension.Extension;

/** A plugin threw what it should not. Names the extension and what it was doing. */
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PluginFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** Calls into a plugin; whatever it should not throw becomes a fault of that plugin. */
    public static <T> T blame(Extension extension, String doing, Callable<T> call) {
        try {
            return call.call();
        } catch (InputException | DivergedException | CancellationException | PluginFault e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted while " + doing).initCause(e);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw new PluginFault("Plugin '" + extension.plugin() + "' failed while " + extension.point().id() + " '" + extension.id() + "' was " + doing + ": "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ": " + e.getMessage()), e);
        }
    }
}
