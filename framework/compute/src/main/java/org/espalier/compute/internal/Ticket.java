package org.espalier.compute.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;

/** A place in a device's queue, later a share of the device. */
final class Ticket {
    private final LeaseRequest request;
    private final String device;
    private final Instant asked;
    private volatile Instant granted;
    private volatile boolean expelled;
    private volatile LongSupplier held = () -> 0;

    Ticket(LeaseRequest request, String device, Instant asked) {
        this.request = request;
        this.device = device;
        this.asked = asked;
    }

    LeaseRequest request() {
        return request;
    }

    void grant(Instant now) {
        granted = now;
    }

    /** Its plugin has stopped. */
    void expel() {
        expelled = true;
    }

    boolean isExpelled() {
        return expelled;
    }

    /** Tells where to ask how many bytes the lease holds. */
    void measure(LongSupplier bytes) {
        held = bytes;
    }

    LeaseStatus status() {
        return new LeaseStatus(request, device, asked, Optional.ofNullable(granted), held.getAsLong());
    }
}
