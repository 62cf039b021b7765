package org.espalier.api.compute;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** The one place that touches devices. Its registration as a service does not mean that a backend is up: the first lease, or {@link #devices()}, starts it. */
@ProviderType
public interface ComputeService {
    /** All devices, unusable ones included with the reason. Starts and probes the backends at the first call (about a second). */
    List<Device> devices();

    /**
     * Waits in the fair queue until the device has the threads and memory asked for.
     *
     * @param device a device's id
     * @throws org.espalier.api.error.InputException if there is no such usable device, or it could never satisfy the request
     * @throws InterruptedException                  if the waiting thread was interrupted; nothing is held then
     */
    Lease lease(String device, LeaseRequest request) throws InterruptedException;

    /** Who holds and who waits, in order. */
    List<LeaseStatus> queue();
}
