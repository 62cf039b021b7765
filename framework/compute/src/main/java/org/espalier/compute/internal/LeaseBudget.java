package org.espalier.compute.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;
import org.espalier.compute.internal.memory.Budget;

/** Counts what a lease holds, and refuses what would make all leases of its device together hold more than there is. */
final class LeaseBudget implements Budget {
    private final Device device;
    private final LeaseRequest request;
    private final DeviceMemory memory;
    private final Supplier<List<LeaseStatus>> leases;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param memory of the device, shared by all its leases
     * @param leases who holds what on the device, for messages
     */
    LeaseBudget(Device device, LeaseRequest request, DeviceMemory memory, Supplier<List<LeaseStatus>> leases) {
        this.device = device;
        this.request = request;
        this.memory = memory;
        this.leases = leases;
    }

    long held() {
        return held.get();
    }

    @Override
    public void take(String purpose, long bytes) {
        if (!memory.take(bytes)) {
            throw refusal(purpose, bytes);
        }
        held.addAndGet(bytes);
    }

    @Override
    public void giveBack(long bytes) {
        held.addAndGet(-bytes);
        memory.giveBack(bytes);
    }

    @Override
    public InputException refusal(String purpose, long bytes) {
        String holders = leases.get().stream().filter(lease -> lease.held() > 0)
                .map(lease -> lease.request().owner() + " (plugin " + lease.request().plugin() + ") holds " + size(lease.held())).collect(Collectors.joining(", "));
        return new InputException("Device '" + device.id() + "' has no " + size(bytes) + " left for " + purpose + ", which " + request.owner() + " (plugin " + request.plugin()
                + ") asks for. Of " + size(device.memory()) + (holders.isEmpty() ? " nothing is held" : " " + holders)
                + ". Make the batch or the model smaller, run fewer trials at a time (--parallel), or raise compute.memory");
    }

    private static String size(long bytes) {
        double value = bytes;
        for (String unit : List.of("bytes", "kB", "MB")) {
            if (value < 1024) {
                return String.format(Locale.ROOT, unit.equals("bytes") ? "%.0f %s" : "%.1f %s", value, unit);
            }
            value /= 1024;
        }
        return String.format(Locale.ROOT, "%.1f GB", value);
    }
}
