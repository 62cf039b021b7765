package org.espalier.shell.internal.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.report.terminal.Format;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code device:} what computes, and who waits for it. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=device", "osgi.command.function=list", "osgi.command.function=queue"})
public final class DeviceCommands implements VerbSet {
    private static final Verb LIST = Verb.of(DeviceCommands.class, "device:list").json().example("device:list");
    private static final Verb QUEUE = Verb.of(DeviceCommands.class, "device:queue").json().example("device:queue");

    private final ComputeService compute;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DeviceCommands(@Reference ComputeService compute) {
        this.compute = compute;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, QUEUE);
    }

    @Descriptor("Lists the devices, unusable ones with the reason")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<Device> devices = compute.devices();
            return given.shown(devices, () -> devices(devices, given.console().width()));
        });
    }

    private static String devices(List<Device> devices, int width) {
        TextTable table = new TextTable().left("device").left("name").left("backend").right("threads").right("memory").left("state");
        devices.forEach(d -> table.row(d.id(), d.name(), d.backend(), d.threads(), Format.bytes(d.memory()), d.unusable().map(why -> "unusable: " + why).orElse("ready")));
        return table.text(width);
    }

    @Descriptor("Shows who holds the devices and who waits")
    public Object queue(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return QUEUE.answer(session, words, given -> {
            List<LeaseStatus> queue = compute.queue();
            return given.shown(queue, () -> queue(queue, given.console().width()));
        });
    }

    private String queue(List<LeaseStatus> queue, int width) {
        TextTable table = new TextTable().left("who").left("device").left("state").right("threads").right("memory").right("held").right("priority");
        queue.forEach(l -> table.row(l.request().owner(), l.device(), state(l),
                l.request().threads(), Format.bytes(l.request().memory()), Format.bytes(l.held()), l.request().priority()));
        return table.isEmpty() ? "Nobody uses a device." : table.text(width);
    }

    private String state(LeaseStatus l) {
        return l.granted().map(granted -> "works for " + since(granted)).orElseGet(() -> "waits for " + since(l.asked()));
    }

    private String since(Instant start) {
        return Format.seconds(Duration.between(start, clock.instant()).toMillis() / 1e3);
    }
}
