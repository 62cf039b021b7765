package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;

import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.FastChatReader;
import org.espalier.data.judgment.io.FastChatWriter;
import org.espalier.data.judgment.io.JudgmentsBuilder;
import org.espalier.data.judgment.io.Reading;
import org.espalier.peerreview.internal.scoring.ConsistencyOptimisation;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.espalier.peerreview.internal.scoring.LinearScoring;
import org.espalier.peerreview.internal.scoring.ReviewerSums;
import org.espalier.peerreview.internal.scoring.Schedule;
import org.espalier.peerreview.internal.scoring.Weighting;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;

import com.sun.management.OperatingSystemMXBean;

/**
 * Prints medians and minima of reading, counting and optimising, at the sizes at which reference implementations are usually timed. Arguments: {@code --big} for 200 and 500 models, {@code --write FILE JUDGMENTS} to
 * write a file of simulated judgments of 15 models, {@code --read FILE} to time reading one.
 */
public final class Bench {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final double K = 200;

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        if (options.contains("--write")) {
            int at = options.indexOf("--write");
            write(Path.of(options.get(at + 1)), Long.parseLong(options.get(at + 2)));
        } else if (options.contains("--read")) {
            read(Path.of(options.get(options.indexOf("--read") + 1)));
        } else {
            vicuna80();
            simulated(15, 42_000);
            simulated(15, 1_000_000);
            simulated(100, 1_000_000);
            if (options.contains("--big")) {
                simulated(15, 2_000_000);
                simulated(200, 2_000_000);
                simulated(500, 2_000_000);
            }
        }
    }

    private static void write(Path file, long judgments) throws IOException {
        SimulatedPool pool = pool(15, judgments);
        try (FastChatWriter writer = new FastChatWriter(Roster.of(pool.names()), Files.newOutputStream(file))) {
            pool.draw(new Random(0), writer::write);
        }
    }

    private static SimulatedPool pool(int models, long judgments) {
        return new SimulatedPool(models, judgments / 5, 5, 2, 0.5, 0.95, 0.15);
    }

    private static void read(Path file) throws Exception {
        Roster roster = Roster.of(pool(15, 5).names());
        for (int threads : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
            for (boolean keep : new boolean[] {false, true}) {
                Reading reading = new Reading(true, false, keep, Repeats.KEEP, threads, remark -> { });
                double seconds = time("read " + file.getFileName() + ", " + threads + " threads, " + (keep ? "judgments kept" : "counts only"), 3, 1,
                        () -> new FastChatReader(roster, reading).read("bench", List.of(file)));
                System.out.printf(Locale.ROOT, "  %.0f MB/s, heap %d MiB%n", Files.size(file) / seconds / 1e6, Runtime.getRuntime().totalMemory() >> 20);
            }
        }
    }

    private static void vicuna80() throws Exception {
        Vicuna80Dataset dataset = new Vicuna80Dataset(new Vicuna80Dataset.Parameters(1, false, false), new TestRandomSource(1));
        FilesAccess access = new FilesAccess(Bench.class, Files.createTempDirectory("bench"), FilesAccess.dataRoots());
        if (!dataset.files().stream().allMatch(access::has)) {
            System.out.println("vicuna80: its files are in no folder of -Ddata.roots");
            return;
        }
        time("vicuna80 load", ROUNDS, WARM_UP, () -> dataset.load(access));
        JudgmentData data = dataset.load(access);
        measure("vicuna80", data);
        time("vicuna80 with elimination", ROUNDS, WARM_UP, () -> new Elimination(ranked(data.counts()), Schedule.PUBLISHED, 3).run(Weighting.drawn(5, new Random(1)), epoch -> { }));
    }

    private static void simulated(int models, long judgments) throws Exception {
        SimulatedPool pool = pool(models, judgments);
        JudgmentsBuilder builder = new JudgmentsBuilder(Roster.of(pool.names()), true);
        pool.draw(new Random(0), builder::add);
        measure("simulated m=" + models + " n=" + judgments, builder.build("simulated"));
    }

    private static void measure(String name, JudgmentData data) throws Exception {
        int m = data.models();
        time(name + " counts", ROUNDS, WARM_UP, () -> data.judgments().orElseThrow().counts(m, m));
        PairCounts counts = data.judgments().orElseThrow().counts(m, m);
        boolean[] all = ReviewerSums.of(counts).everyone();
        Weighting start = Weighting.drawn(m, new Random(1));
        time(name + " 30 epochs", ROUNDS, WARM_UP, () -> new ConsistencyOptimisation(ranked(counts), Schedule.PUBLISHED).run(start, all, epoch -> { }));
        System.out.printf(Locale.ROOT, "  counts take %.1f MiB%n", counts.memory() / 1048576.0);
    }

    private static LinearScoring ranked(PairCounts counts) {
        return LinearScoring.of(counts, LinearScoring.Form.ranked(K));
    }

    private static double time(String what, int rounds, int warmUp, Callable<?> work) throws Exception {
        double[] seconds = new double[rounds];
        double[] processor = new double[rounds];
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = -warmUp; round < rounds; round++) {
            long begin = System.nanoTime();
            long used = system.getProcessCpuTime();
            work.call();
            seconds[Math.max(0, round)] = (System.nanoTime() - begin) / 1e9;
            processor[Math.max(0, round)] = (system.getProcessCpuTime() - used) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        System.out.printf(Locale.ROOT, "%-55s median %9.6f s, least %9.6f s; processor %9.6f s%n", what, seconds[rounds / 2], seconds[0], processor[rounds / 2]);
        return seconds[0];
    }
}
