package org.espalier.bench;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One of the {@link Cases}, on the thread of a lease, in a JVM with the launcher's options that matter to loops. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:LoopUnrollLimit=120", "-Djmh.executor=CUSTOM", "-Djmh.executor.class=org.espalier.bench.LeaseExecutor"})
public class ComputeBenchmark {
    /** Name of the case. */
    @Param("mlp-step")
    public String name;

    private Timed timed;

    /** Compiles on the lease's thread, as JMH calls this where it measures. */
    @Setup
    public void compile() {
        timed = new Timed(Cases.named(name), LeaseExecutor.lease());
    }

    @Benchmark
    public double call() {
        return timed.call();
    }
}
