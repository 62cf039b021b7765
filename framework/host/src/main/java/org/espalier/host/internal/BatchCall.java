package org.espalier.host.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunRecord;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One call of {@code espalier batch}. */
@Command(name = "espalier batch", description = "Runs experiments one after the other, without a terminal. All are checked before the first one starts. "
        + "Standard output carries results only: a summary of each run, or with --json one event per line; everything else goes to standard error.")
final class BatchCall implements Callable<Integer> {
    private final Engine engine;
    private final PrintStream results;

    @Mixin
    private RunArguments arguments;

    @Option(names = "--json", description = "print events as JSON, one per line: started, trial, note, result, claim, finished; planned for a dry run")
    private boolean json;

    @Option(names = "--fail-on-claim", description = "exit with 6 if a claim of a completed run does not hold")
    private boolean failOnClaim;

    BatchCall(Engine engine, PrintStream results) {
        this.engine = engine;
        this.results = results;
    }

    @Override
    public Integer call() {
        arguments.check();
        BatchOutput output = json ? new JsonOutput(results) : new TextOutput(results);
        List<Plan> plans = engine.plans(arguments.experiments());
        if (arguments.dryRun()) {
            plans.forEach(plan -> output.planned(plan, engine.forecast(plan)));
            return ExitCode.DONE;
        }
        return run(plans, output);
    }

    private int run(List<Plan> plans, BatchOutput output) {
        Outcomes outcomes = new Outcomes(failOnClaim);
        arguments.resume().ifPresent(run -> attend(listener -> engine.resume(run, arguments, listener), output, outcomes));
        for (Plan plan : plans) {
            if (!outcomes.interrupted()) {
                attend(listener -> engine.run(plan, arguments, listener), output, outcomes);
            }
        }
        return outcomes.exitCode();
    }

    private static void attend(Function<RunListener, RunRecord> runner, BatchOutput output, Outcomes outcomes) {
        RunRecord run = runner.apply(output.listener());
        outcomes.add(run);
        output.finished(run, outcomes.exitCode(run));
        Outcomes.howToGoOn(run, "batch").ifPresent(System.err::println);
    }
}
