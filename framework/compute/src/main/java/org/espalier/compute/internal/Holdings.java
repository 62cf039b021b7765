package org.espalier.compute.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.espalier.compute.internal.program.Holding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lease has made and not yet closed. */
final class Holdings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);

    private final List<Holding> all = new CopyOnWriteArrayList<>();

    /** Closes it with the others, unless it has been closed before. */
    <H extends Holding> H add(H holding) {
        all.removeIf(other -> other.held() == 0);
        all.add(holding);
        return holding;
    }

    /** Closes all, also if some cannot be. */
    @Override
    public void close() {
        all.forEach(Holdings::close);
        all.clear();
    }

    private static void close(Holding holding) {
        try {
            holding.close();
        } catch (RuntimeException e) {
            LOG.error("Memory of a lease was not freed", e);
        }
    }
}
