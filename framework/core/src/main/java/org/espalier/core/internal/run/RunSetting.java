package org.espalier.core.internal.run;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.Diagnostic;
import org.espalier.core.internal.store.RunFolder;

/** What all trials of a run share. */
final class RunSetting {
    private final RunFolder folder;
    private final Events events;
    private final StopSignal signal = new StopSignal();
    private final String device;
    private final int threads;
    private final Set<Diagnostic> watches;
    private final Map<String, Map<String, String>> data = new ConcurrentHashMap<>();
    private final AtomicReference<Device> used = new AtomicReference<>();

    /**
     * @param device  id of the device to use
     * @param threads threads of a trial
     * @param watches what to look at while programs run
     */
    RunSetting(RunFolder folder, Events events, String device, int threads, Set<Diagnostic> watches) {
        this.folder = folder;
        this.events = events;
        this.device = device;
        this.threads = threads;
        this.watches = watches;
    }

    String id() {
        return folder.id();
    }

    RunFolder folder() {
        return folder;
    }

    Events events() {
        return events;
    }

    StopSignal signal() {
        return signal;
    }

    String device() {
        return device;
    }

    int threads() {
        return threads;
    }

    Set<Diagnostic> watches() {
        return watches;
    }

    /** Fingerprints by file, by dataset, as they become known. */
    Map<String, Map<String, String>> data() {
        return data;
    }

    /** Remembers the device that was really used. */
    void provenance(Device device) {
        used.set(device);
    }

    AtomicReference<Device> used() {
        return used;
    }
}
