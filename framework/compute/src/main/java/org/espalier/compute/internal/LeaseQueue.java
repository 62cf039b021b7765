package org.espalier.compute.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;

/**
 * Who may use a device. Strictly in order: higher priority first, then who asked first; nobody overtakes the head of the queue, so a large
 * request is not starved by small ones.
 */
final class LeaseQueue {
    private final Device device;
    private final Clock clock;
    private final DeviceMemory memory;
    private final List<Ticket> waiting = new ArrayList<>();
    private final List<Ticket> holding = new ArrayList<>();

    LeaseQueue(Device device, Clock clock) {
        this.device = device;
        this.clock = clock;
        this.memory = new DeviceMemory(device.memory());
    }

    /** What the holders use of the device's memory. */
    DeviceMemory memory() {
        return memory;
    }

    /**
     * Waits for the turn and the room of a request.
     *
     * @throws InputException        if the device could never satisfy it
     * @throws CancellationException if its plugin is expelled meanwhile
     */
    synchronized Ticket enter(LeaseRequest request) throws InterruptedException {
        refuseImpossible(request);
        Ticket ticket = new Ticket(request, device.id(), clock.instant());
        waiting.add((int) waiting.stream().filter(other -> other.request().priority() >= request.priority()).count(), ticket);
        admit();
        try {
            while (waiting.contains(ticket)) {
                wait();
            }
        } catch (InterruptedException e) {
            leave(ticket);
            throw e;
        }
        if (!holding.contains(ticket)) {
            throw stopped(request);
        }
        return ticket;
    }

    CancellationException stopped(LeaseRequest request) {
        return new CancellationException("Bundle '" + request.plugin() + "' stopped while " + request.owner() + " waited for device '" + device.id() + "'");
    }

    /** Gives back what a ticket holds, or its place. */
    synchronized void leave(Ticket ticket) {
        waiting.remove(ticket);
        holding.remove(ticket);
        admit();
    }

    /** Ends the waiting of a plugin's requests, and tells those that hold a share. */
    synchronized void expel(String plugin) {
        holding.stream().filter(ticket -> ticket.request().plugin().equals(plugin)).forEach(Ticket::expel);
        waiting.removeIf(ticket -> ticket.request().plugin().equals(plugin));
        admit();
    }

    /** Holders, then waiters, in order. */
    synchronized List<LeaseStatus> status() {
        return Stream.concat(holding.stream(), waiting.stream()).map(Ticket::status).toList();
    }

    private void admit() {
        while (!waiting.isEmpty() && fits(waiting.get(0).request())) {
            Ticket next = waiting.remove(0);
            next.grant(clock.instant());
            holding.add(next);
        }
        notifyAll();
    }

    private boolean fits(LeaseRequest request) {
        int threads = holding.stream().mapToInt(ticket -> ticket.request().threads()).sum();
        long memory = holding.stream().mapToLong(ticket -> ticket.request().memory()).sum();
        return request.threads() <= device.threads() - threads && request.memory() <= device.memory() - memory;
    }

    private void refuseImpossible(LeaseRequest request) {
        if (request.threads() > device.threads()) {
            throw new InputException(request.owner() + " asks for " + request.threads() + " threads, but device '" + device.id() + "' has " + device.threads()
                    + ". Ask for fewer (compute.threads=N)");
        }
        if (request.memory() > device.memory()) {
            throw new InputException(request.owner() + " asks for " + request.memory() + " bytes, but device '" + device.id() + "' has " + device.memory()
                    + " to share. Make the batch or model smaller, or set compute.memory");
        }
    }
}
