package org.espalier.compute.internal;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import javax.management.JMException;
import javax.management.ObjectName;

import org.espalier.api.compute.LeaseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the compute service does, and shows it to JMX. */
final class Activity implements ComputeMXBean, AutoCloseable {
    static final String NAME = "org.espalier:type=Compute";
    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);

    private final Supplier<List<LeaseStatus>> queue;
    private final IntSupplier helpers;
    private final LongAdder programs = new LongAdder();
    private final LongAdder runs = new LongAdder();

    /**
     * @param queue   who holds and who waits
     * @param helpers counts helper threads
     */
    Activity(Supplier<List<LeaseStatus>> queue, IntSupplier helpers) {
        this.queue = queue;
        this.helpers = helpers;
    }

    /** Makes it visible. Where another is visible already, as with a second service in one process, it stays unseen. */
    void show() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("The compute service is not shown by JMX", e);
        }
    }

    void programCompiled() {
        programs.increment();
    }

    void ran() {
        runs.increment();
    }

    @Override
    public int getLeases() {
        return (int) queue.get().stream().filter(lease -> lease.granted().isPresent()).count();
    }

    @Override
    public int getWaiting() {
        return (int) queue.get().stream().filter(lease -> lease.granted().isEmpty()).count();
    }

    @Override
    public int getThreads() {
        return queue.get().stream().filter(lease -> lease.granted().isPresent()).mapToInt(lease -> lease.request().threads()).sum();
    }

    @Override
    public int getHelpers() {
        return helpers.getAsInt();
    }

    @Override
    public long getHeldBytes() {
        return queue.get().stream().mapToLong(LeaseStatus::held).sum();
    }

    @Override
    public long getProgramsCompiled() {
        return programs.sum();
    }

    @Override
    public long getRuns() {
        return runs.sum();
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("The compute service was not shown by JMX", e);
        }
    }
}
