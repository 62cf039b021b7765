package org.espalier.host.launcher;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a line why a bundle of the installation did not start. */
final class StartProblems implements FrameworkListener {
    private static final Logger LOG = LoggerFactory.getLogger(StartProblems.class);
    /** In the resolver's message: who misses it, and what. */
    private static final Pattern MISSING = Pattern.compile("missing requirement \\[\\S+ [^)]*\\)] (.+?)(?=]? Unresolved requirements:|] \\[caused by:| \\[caused by:|]?$)");

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() instanceof BundleException e) {
            LOG.warn("{} did not start: {}", event.getBundle().getSymbolicName(), reason(e));
        }
    }

    /** The innermost missing requirement, without the resolver's path to it; otherwise the first cause's message. */
    static String reason(BundleException problem) {
        Optional<MatchResult> innermost = MISSING.matcher(problem.getMessage()).results().reduce((outer, inner) -> inner);
        return innermost.map(missing -> "it needs " + missing.group(1))
                .orElseGet(() -> problem.getCause() == null ? problem.getMessage() : problem.getCause().toString());
    }
}
