package org.espalier.compute.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;
import org.osgi.framework.Bundle;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The compute service over ND4J's CPU backend; GPUs are listed with the reason why they are not used. */
@Component
public final class NativeCompute implements ComputeService {
    private static final String CUDA_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    private final Backend backend;
    private final CudaDevices cuda;
    private final Set<ComputeLease> leases = ConcurrentHashMap.newKeySet();
    private final BundleListener stops = this::endLeasesOfStoppedBundle;
    private final BundleContext context;
    private final HelperPool helpers = new HelperPool();
    private final Activity activity = new Activity(this::queue, helpers::size);
    private LeaseQueue queue;

    @Activate
    public NativeCompute(BundleContext context) {
        this(new CpuBackend(Processor.ofThisMachine().sharing(context.getProperty("compute.cores")), MemoryLimit.of(context::getProperty)),
                new CudaDevices(() -> Nd4j.class.getClassLoader().getResource(CUDA_BACKEND) != null, CudaDriver::ofThisMachine), context);
    }

    NativeCompute(Backend backend, CudaDevices cuda, BundleContext context) {
        this.backend = backend;
        this.cuda = cuda;
        this.context = context;
        context.addBundleListener(stops);
        activity.show();
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(stops);
        activity.close();
        leases.forEach(ComputeLease::end);
        helpers.close();
    }

    @Override
    public List<Device> devices() {
        return Stream.concat(Stream.of(backend.device()), cuda.found().stream()).toList();
    }

    @Override
    public Lease lease(String id, LeaseRequest request) throws InterruptedException {
        Device device = devices().stream().filter(found -> found.id().equals(id)).findFirst().orElseThrow(() -> new InputException("There is no device '" + id + "' for "
                + request.owner() + ", only " + devices().stream().map(found -> "'" + found.id() + "'").collect(Collectors.joining(", "))));
        device.unusable().ifPresent(reason -> {
            throw new InputException("Device '" + id + "' cannot be used for " + request.owner() + ": " + reason);
        });
        LeaseQueue places = queue(device);
        return grant(places, places.enter(request), device);
    }

    /** @throws CancellationException if the plugin has stopped meanwhile */
    Lease grant(LeaseQueue places, Ticket ticket, Device device) {
        ComputeLease lease = lease(places, ticket, device);
        leases.add(lease);
        ticket.measure(lease::held);
        if (ticket.isExpelled()) {
            lease.end();
            throw places.stopped(ticket.request());
        }
        return lease;
    }

    private ComputeLease lease(LeaseQueue places, Ticket ticket, Device device) {
        ComputeLease[] self = new ComputeLease[1];
        try {
            self[0] = new ComputeLease(device, ticket.request(), places.memory(), places::status, helpers, activity, () -> {
                leases.remove(self[0]);
                places.leave(ticket);
            });
            return self[0];
        } catch (RuntimeException | Error e) {
            places.leave(ticket);
            throw e;
        }
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
