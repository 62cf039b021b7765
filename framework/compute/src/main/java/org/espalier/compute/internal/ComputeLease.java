package org.espalier.compute.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.OptimizerState;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Profile;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.compute.internal.instrument.Instruments;
import org.espalier.compute.internal.kernel.ProductRate;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.Budget;
import org.espalier.compute.internal.program.CompiledProgram;
import org.espalier.compute.internal.program.CompiledTraining;
import org.espalier.compute.internal.program.Owner;
import org.espalier.compute.internal.program.ParameterSet;
import org.espalier.compute.internal.program.TrainingState;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A share of a device with a compute thread of its own. */
final class ComputeLease implements Lease, Owner {
    private final Device device;
    private final LeaseRequest request;
    private final Activity activity;
    private final Runnable giveBack;
    private final ComputeThread thread;
    private final HelperTeam team;
    private final LeaseBudget budget;
    private final Instruments instruments;
    private final Holdings holdings = new Holdings();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean cancelled;
    private long nanos;
    private long since;

    /**
     * @param memory   of the device
     * @param leases   who holds what on the device
     * @param helpers  threads to work with beside its own
     * @param activity told what is done
     * @param giveBack called once, when all memory is free again
     */
    ComputeLease(Device device, LeaseRequest request, DeviceMemory memory, Supplier<List<LeaseStatus>> leases, HelperPool helpers, Activity activity,
            Runnable giveBack) {
        this.device = device;
        this.request = request;
        this.activity = activity;
        this.giveBack = giveBack;
        this.budget = new LeaseBudget(device, request, memory, leases);
        this.instruments = new Instruments(request.watches());
        this.team = new HelperTeam(helpers, "compute " + request.owner(), request.threads());
        this.thread = thread(team);
    }

    private ComputeThread thread(HelperTeam borrowed) {
        try {
            return new ComputeThread("compute " + request.owner());
        } catch (RuntimeException | Error e) {
            borrowed.close();
            throw e;
        }
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public LeaseRequest request() {
        return request;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        checkCancelled();
        if (thread.isCurrent()) {
            return work.call();
        }
        return thread.call(() -> timed(work));
    }

    private <T> T timed(Callable<T> work) throws Exception {
        checkCancelled();
        since = System.nanoTime();
        try {
            return work.call();
        } finally {
            nanos += System.nanoTime() - since;
        }
    }

    @Override
    public Parameters parameters(Map<String, INDArray> initial) {
        checkThread();
        return holdings.add(new ParameterSet(initial, budget));
    }

    @Override
    public Program compile(ProgramRequest asked) {
        checkThread();
        activity.programCompiled();
        return holdings.add(CompiledProgram.of(asked, this));
    }

    @Override
    public TrainingProgram compileTraining(ProgramRequest asked) {
        checkThread();
        ParameterSet parameters = own(asked.parameters());
        activity.programCompiled();
        return holdings.add(CompiledTraining.of(asked, parameters, this));
    }

    @Override
    public OptimizerState optimizerState(Parameters parameters, Optimizer optimizer) {
        checkThread();
        return holdings.add(new TrainingState(own(parameters), optimizer, budget));
    }

    @Override
    public TrainingProgram compileTraining(ProgramRequest asked, OptimizerState shared) {
        checkThread();
        boolean same = asked.parameters() == shared.parameters() && asked.optimizer().filter(optimizer -> optimizer == shared.optimizer()).isPresent();
        if (!same || !(shared instanceof TrainingState state)) {
            throw new IllegalArgumentException("A program that goes on with a training takes a state made by its lease, and that state's parameters and optimizer");
        }
        activity.programCompiled();
        return holdings.add(CompiledTraining.of(asked, state, this));
    }

    private static ParameterSet own(Parameters parameters) {
        if (parameters instanceof ParameterSet set) {
            return set;
        }
        throw new IllegalArgumentException("A training program takes parameters made by its lease");
    }

    Holdings holdings() {
        return holdings;
    }

    @Override
    public long held() {
        return budget.held();
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public Instruments instruments() {
        return instruments;
    }

    @Override
    public void ran() {
        activity.ran();
    }

    @Override
    public Optional<Profile> profile() {
        checkThread();
        double seconds = (nanos + System.nanoTime() - since) / 1e9;
        return instruments.profiler().map(profiler -> new Profile(seconds, profiler.productType().map(type -> ProductRate.measured(team, type)).orElse(0.0), profiler.lines()));
    }

    @Override
    public Team team() {
        return team;
    }

    @Override
    public void checkCancelled() {
        if (cancelled || thread.isCurrent() && thread.isInterrupted()) {
            throw new CancellationException("The work of " + request.owner() + " was cancelled");
        }
    }

    @Override
    public void checkThread() {
        if (!thread.isCurrent()) {
            throw new IllegalStateException("Programs and parameters are used on their lease's compute thread, within Lease.call, not on thread '"
                    + Thread.currentThread().getName() + "'");
        }
        // asked first: a lease that is cancelled and ended in between counts as cancelled
        boolean over = ended.get();
        checkCancelled();
        if (over) {
            throw new IllegalStateException("The lease of " + request.owner() + " has been given back");
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    /** Cancels and gives back as soon as the work has ended, without waiting for that. */
    void end() {
        cancel();
        if (ended.compareAndSet(false, true)) {
            thread.finish(this::release);
        }
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            thread.finish(this::release);
        }
        thread.awaitEnd();
    }

    /** Whatever fails on the way: the device goes to the next. */
    private void release() {
        try {
            holdings.close();
            team.close();
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        } finally {
            giveBack.run();
        }
    }
}
