package org.espalier.host.launcher;

import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Where the framework's own messages go; it would print them on standard output. */
final class FrameworkLog extends org.apache.felix.framework.Logger {
    @Override
    protected void doLog(int level, String message, Throwable problem) {
        LoggerFactory.getLogger("osgi.framework").atLevel(of(level)).setCause(problem).log(message);
    }

    private static Level of(int level) {
        return switch (level) {
            case LOG_ERROR -> Level.ERROR;
            case LOG_WARNING -> Level.WARN;
            case LOG_INFO -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
