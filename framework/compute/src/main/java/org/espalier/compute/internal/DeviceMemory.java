package org.espalier.compute.internal;

import java.util.concurrent.atomic.AtomicLong;

/** What all leases of a device hold together. */
final class DeviceMemory {
    private final long size;
    private final AtomicLong held = new AtomicLong();

    /** @param size bytes that there are */
    DeviceMemory(long size) {
        this.size = size;
    }

    /** Takes some bytes; false, with nothing taken, if so many are not left. */
    boolean take(long bytes) {
        // the last value is passed on unchanged where the bytes do not fit
        return bytes <= size - held.getAndUpdate(before -> bytes <= size - before ? before + bytes : before);
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
