package org.espalier.host.internal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunRecord;
import org.espalier.report.terminal.ProgressView;
import org.espalier.report.terminal.RunSummary;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code espalier run}: for people, with live progress and tables. */
@Component(service = ToIntFunction.class, property = "espalier.command=run")
@Capability(namespace = "espalier.command", name = "run", attribute = "description='Run an experiment and show what came out'")
public final class RunCommand implements ToIntFunction<String[]> {
    private final Engine engine;

    @Activate
    public RunCommand(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return CommandCall.execute(new Call(engine), System.out, arguments);
    }

    @Command(name = "espalier run", description = "Runs an experiment: live progress, results, claims, and where everything lies.")
    private static final class Call implements Callable<Integer> {
        private final Engine engine;

        @Mixin
        private RunArguments arguments;

        Call(Engine engine) {
            this.engine = engine;
        }

        @Override
        public Integer call() {
            arguments.check();
            List<Plan> plans = engine.plans(arguments.experiments());
            if (arguments.dryRun()) {
                plans.forEach(plan -> System.out.print(DryRun.text(plan, engine.forecast(plan))));
                return ExitCode.DONE;
            }
            Outcomes outcomes = new Outcomes(false);
            arguments.resume().ifPresent(run -> outcomes.add(resume(run)));
            for (Plan plan : plans) {
                if (!outcomes.interrupted()) {
                    outcomes.add(run(plan));
                }
            }
            return outcomes.exitCode();
        }

        private RunRecord run(Plan plan) {
            try (ProgressView progress = TerminalOutput.progress(System.out)) {
                return shown(engine.run(plan, arguments, progress), progress);
            }
        }

        private RunRecord resume(String run) {
            try (ProgressView progress = TerminalOutput.progress(System.out)) {
                return shown(engine.resume(run, arguments, progress), progress);
            }
        }

        private static RunRecord shown(RunRecord run, ProgressView progress) {
            progress.close();
            System.out.println();
            System.out.print(RunSummary.text(run, TerminalOutput.width()));
            Outcomes.howToGoOn(run, "run").ifPresent(System.out::println);
            return run;
        }
    }
}
