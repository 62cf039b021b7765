package org.espalier.compute.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The compute service over ND4J's CPU backend. */
@Component
public final class NativeCompute implements ComputeService {
    private final Backend backend;
    private final Set<ComputeLease> leases = ConcurrentHashMap.newKeySet();
    private final BundleListener stops = this::endLeasesOfStoppedBundle;
    private final BundleContext context;
    private LeaseQueue queue;

    @Activate
    public NativeCompute(BundleContext context) {
        this(new CpuBackend(Processor.ofThisMachine(), MemoryLimit.of(context::getProperty)), context);
    }

    NativeCompute(Backend backend, BundleContext context) {
        this.backend = backend;
        this.context = context;
        context.addBundleListener(stops);
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(stops);
        leases.forEach(ComputeLease::end);
    }

    @Override
    public List<Device> devices() {
        return List.of(backend.device());
    }

    @Override
    public Lease lease(String id, LeaseRequest request) throws InterruptedException {
        Device device = backend.device();
        if (!device.id().equals(id)) {
            throw new InputException("There is no device '" + id + "' for " + request.owner() + ", only '" + device.id() + "'");
        }
        device.unusable().ifPresent(reason -> {
            throw new InputException("Device '" + id + "' cannot be used for " + request.owner() + ": " + reason);
        });
        LeaseQueue places = queue(device);
        return grant(places, places.enter(request), device);
    }

    private Lease grant(LeaseQueue places, Ticket ticket, Device device) {
        ComputeLease[] self = new ComputeLease[1];
        ComputeLease lease = new ComputeLease(device, ticket.request(), places::status, () -> {
            leases.remove(self[0]);
            places.leave(ticket);
        });
        self[0] = lease;
        leases.add(lease);
        ticket.measure(lease::held);
        return lease;
    }

    @Override
    public synchronized List<LeaseStatus> queue() {
        return queue == null ? List.of() : queue.status();
    }

    private synchronized LeaseQueue queue(Device device) {
        if (queue == null) {
            queue = new LeaseQueue(device, Clock.systemUTC());
        }
        return queue;
    }

    /** An old version that stops after its last run has ended leaves the runs of the new one alone. */
    private boolean hasOtherVersion(Bundle stopped) {
        return Arrays.stream(context.getBundles()).anyMatch(other -> other != stopped && other.getState() == Bundle.ACTIVE && stopped.getSymbolicName().equals(other.getSymbolicName()));
    }

    private synchronized void endLeasesOfStoppedBundle(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED && !hasOtherVersion(event.getBundle())) {
            String plugin = event.getBundle().getSymbolicName();
            if (queue != null) {
                queue.expel(plugin);
            }
            leases.stream().filter(lease -> lease.request().plugin().equals(plugin)).forEach(ComputeLease::end);
        }
    }
}
