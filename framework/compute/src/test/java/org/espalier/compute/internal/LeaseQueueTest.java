package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeaseQueueTest {
    private final LeaseQueue queue = new LeaseQueue(new Device("cpu", "test", "test", 4, 1000, Optional.empty()), Clock.systemUTC());

    @Test
    void servesEqualsInTheOrderOfAsking() throws Exception {
        Ticket all = queue.enter(request("first", 4, 0, 0));
        CompletableFuture<Ticket> second = enterLater(request("second", 3, 0, 0));
        CompletableFuture<Ticket> third = enterLater(request("third", 3, 0, 0));

        queue.leave(all);

        second.get(30, TimeUnit.SECONDS);
        assertEquals(List.of("second", "third"), owners());
        assertTrue(!third.isDone());
    }

    @Test
    void nobodyOvertakesALargeRequestAtTheHead() throws Exception {
        Ticket one = queue.enter(request("small", 1, 0, 0));
        CompletableFuture<Ticket> large = enterLater(request("large", 4, 0, 0));
        CompletableFuture<Ticket> alsoSmall = enterLater(request("also small", 1, 0, 0));

        assertTrue(!alsoSmall.isDone(), "three threads are free, but the large request was first");
        queue.leave(one);
        queue.leave(large.get(30, TimeUnit.SECONDS));
        alsoSmall.get(30, TimeUnit.SECONDS);
    }

    @Test
    void servesHigherPriorityFirst() throws Exception {
        Ticket all = queue.enter(request("first", 4, 0, 0));
        enterLater(request("ordinary", 4, 0, 0));
        CompletableFuture<Ticket> urgent = enterLater(request("urgent", 4, 0, 1));

        assertEquals(List.of("first", "urgent", "ordinary"), owners());
        queue.leave(all);
        urgent.get(30, TimeUnit.SECONDS);
    }

    @Test
    void admitsOnlyWhatFitsTheMemory() throws Exception {
        Ticket most = queue.enter(request("most", 1, 800, 0));
        CompletableFuture<Ticket> more = enterLater(request("more", 1, 300, 0));

        assertTrue(queue.status().get(1).granted().isEmpty());
        queue.leave(most);
        more.get(30, TimeUnit.SECONDS);
        assertTrue(queue.status().get(0).granted().isPresent());
    }

    @Test
    void refusesWhatCouldNeverFit() {
        assertTrue(assertThrows(InputException.class, () -> queue.enter(request("run 7", 5, 0, 0))).getMessage().contains("run 7 asks for 5 threads, but device 'cpu' has 4"));
        assertTrue(assertThrows(InputException.class, () -> queue.enter(request("run 7", 1, 1001, 0))).getMessage().contains("1001 bytes"));
        assertEquals(List.of(), owners());
    }

    @Test
    void anInterruptedWaiterHoldsNothing() throws Exception {
        queue.enter(request("first", 4, 0, 0));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread waiter = new Thread(() -> ended.complete(assertThrows(InterruptedException.class, () -> queue.enter(request("second", 4, 0, 0)))));
        waiter.start();
        Await.until(() -> owners().size() == 2);

        waiter.interrupt();

        ended.get(30, TimeUnit.SECONDS);
        assertEquals(List.of("first"), owners());
    }

    @Test
    void endsTheWaitingOfAStoppedPlugin() throws Exception {
        queue.enter(request("first", 4, 0, 0));
        CompletableFuture<Ticket> second = enterLater(new LeaseRequest("second", "other", 1, 0, 0));

        queue.expel("other");

        assertThrows(CancellationException.class, () -> second.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("first"), owners());
    }

    private static LeaseRequest request(String owner, int threads, long memory, int priority) {
        return new LeaseRequest(owner, "plugin", threads, memory, priority);
    }

    private List<String> owners() {
        return queue.status().stream().map(LeaseStatus::request).map(LeaseRequest::owner).toList();
    }

    private CompletableFuture<Ticket> enterLater(LeaseRequest request) {
        int before = queue.status().size();
        CompletableFuture<Ticket> ticket = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ticket.complete(queue.enter(request));
            } catch (InterruptedException | RuntimeException e) {
                ticket.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        Await.until(() -> queue.status().size() > before);
        return ticket;
    }
}
