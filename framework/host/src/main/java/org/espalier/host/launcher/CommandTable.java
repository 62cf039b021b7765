package org.espalier.host.launcher;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The commands that bundles offer. A command is a {@link ToIntFunction} service that takes the arguments and returns the exit code, with
 * the service property {@code espalier.command=<name>}; a capability in that namespace, with a {@code description}, announces it, so that
 * a command is known before its bundle is started.
 */
final class CommandTable {
    static final String HELP = "help";
    private static final String NAMESPACE = "espalier.command";
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int INTERNAL_ERROR = 1;
    private static final int BAD_INPUT = 2;

    private final Host host;
    private final Stopwatch stopwatch;

    CommandTable(Host host, Stopwatch stopwatch) {
        this.host = host;
        this.stopwatch = stopwatch;
    }

    int call(Invocation invocation) throws Exception {
        Map<String, BundleCapability> announced = announced();
        if (invocation.command().equals(HELP)) {
            System.out.print(CommandHelp.text(announced));
            return 0;
        }
        BundleCapability announcement = announced.get(invocation.command());
        if (announcement == null) {
            System.err.println(CommandHelp.unknown(invocation.command(), announced.keySet()));
            return BAD_INPUT;
        }
        host.startUpTo(announcement.getRevision().getBundle());
        return callAnnounced(invocation);
    }

    private int callAnnounced(Invocation invocation) throws Exception {
        ServiceReference<?> reference = await(invocation.command());
        Object service = reference == null ? null : host.context().getService(reference);
        if (service == null) {
            explainAbsence(invocation.command());
            return INTERNAL_ERROR;
        }
        stopwatch.lap("command '" + invocation.command() + "' ready");
        @SuppressWarnings("unchecked")
        ToIntFunction<String[]> command = (ToIntFunction<String[]>) service;
        return command.applyAsInt(invocation.arguments().toArray(String[]::new));
    }

    /** Waits for the registration only: a service that cannot be made is not worth waiting for. */
    private ServiceReference<?> await(String command) throws InterruptedException, InvalidSyntaxException {
        ServiceTracker<Object, ServiceReference<?>> tracker = new ServiceTracker<>(host.context(), filter(command), new ReferencesOnly());
        tracker.open();
        try {
            return tracker.waitForService(PATIENCE_MILLIS);
        } finally {
            tracker.close();
        }
    }

    private static final class ReferencesOnly implements ServiceTrackerCustomizer<Object, ServiceReference<?>> {
        @Override
        public ServiceReference<?> addingService(ServiceReference<Object> reference) {
            return reference;
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, ServiceReference<?> same) {
            // still the same command
        }

        @Override
        public void removedService(ServiceReference<Object> reference, ServiceReference<?> same) {
            // was not taken
        }
    }

    private static Filter filter(String command) throws InvalidSyntaxException {
        return FrameworkUtil.createFilter("(&(objectClass=" + ToIntFunction.class.getName() + ")(" + NAMESPACE + "=" + command + "))");
    }

    private Map<String, BundleCapability> announced() {
        Map<String, BundleCapability> commands = new TreeMap<>();
        for (Bundle bundle : host.context().getBundles()) {
            for (BundleCapability capability : bundle.adapt(BundleRevision.class).getDeclaredCapabilities(NAMESPACE)) {
                commands.put((String) capability.getAttributes().get(NAMESPACE), capability);
            }
        }
        return commands;
    }

    private void explainAbsence(String command) throws InvalidSyntaxException {
        System.err.println("The command '" + command + "' is not available; see " + System.getProperty("espalier.log") + ".");
        new MissingParts(host.context()).sentences().forEach(System.err::println);
    }
}
