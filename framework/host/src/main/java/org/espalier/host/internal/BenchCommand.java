package org.espalier.host.internal;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import org.espalier.api.error.InputException;
import org.espalier.core.bench.BenchService;
import org.espalier.core.bench.Measurement;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.espalier.report.json.Json;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code espalier bench}: how fast a model trains here. */
@Component(service = ToIntFunction.class, property = "espalier.command=bench")
@Capability(namespace = "espalier.command", name = "bench", attribute = "description='Time training steps, epochs and other work of models and datasets'")
public final class BenchCommand implements ToIntFunction<String[]> {
    private final Engine engine;
    private final BenchService bench;

    @Activate
    public BenchCommand(@Reference Engine engine, @Reference BenchService bench) {
        this.engine = engine;
        this.bench = bench;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return CommandCall.execute(new Call(engine, bench), System.out, arguments);
    }

    @Command(name = "espalier bench", description = {
            "Times the last stage of each variant and sweep point of an experiment, and what its dataset and model list as benchmarks: median, least and greatest.",
            "variants=[a,b] times these alone."})
    private static final class Call implements Callable<Integer> {
        private final Engine engine;
        private final BenchService bench;

        @Mixin
        private ExperimentArguments experiments;

        @Option(names = "--repetitions", paramLabel = "N", defaultValue = "20", description = "calls of each to time, of epochs fewer if they are long (default: ${DEFAULT-VALUE})")
        private int repetitions;

        @Option(names = "--json", description = "print a line of JSON for each model and each piece of other work")
        private boolean json;

        Call(Engine engine, BenchService bench) {
            this.engine = engine;
            this.bench = bench;
        }

        @Override
        public Integer call() throws InterruptedException {
            experiments.requireExperiment();
            if (repetitions < 1) {
                throw new InputException("--repetitions is " + repetitions + ", but must be at least 1");
            }
            for (Plan plan : engine.plans(experiments)) {
                Consumer<Measurement> rows = json ? Call::printLines : new TimingRows(plan, System.out)::print;
                Collection<Trial> trials = plan.representatives().values();
                int number = 0;
                for (Trial trial : trials) {
                    System.err.println("Timing " + ++number + " of " + trials.size() + (trial.label().isEmpty() ? "" : ": " + trial.label()));
                    rows.accept(bench.bench(plan, trial, repetitions));
                }
            }
            return ExitCode.DONE;
        }

        private static void printLines(Measurement measured) {
            measured.training().ifPresent(timing -> System.out.println(Json.line(timing)));
            measured.cases().forEach(timing -> System.out.println(Json.line(timing)));
        }
    }
}
