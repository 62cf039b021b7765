package org.espalier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times cases here and in PyTorch, one after the other, and prints the medians beside each other. */
public final class SideBySide {
    private SideBySide() {
    }

    /** Arguments: a regular expression for case names, thread counts with commas, the Python interpreter, the path of {@code peer.py}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        List<String> names = Cases.matching(arguments[0]);
        if (names.isEmpty()) {
            System.err.println("No case matches '" + arguments[0] + "'. There are: " + String.join(", ", Cases.matching(".*")));
            System.exit(2);
        }
        Peer peer = new Peer(arguments[2], arguments[3]);
        List<String> rows = new ArrayList<>();
        for (String threads : arguments[1].split(",")) {
            int count = Integer.parseInt(threads.trim());
            for (String name : names) {
                Map<String, Double> theirs = peer.medians(List.of(name), count);
                rows.add(row(name, count, ours(name, count), theirs.get(name)));
                System.err.println(rows.get(rows.size() - 1));
            }
        }
        System.out.printf("%-26s %7s %14s %14s %7s%n", "case", "threads", "Espalier us", "PyTorch us", "ratio");
        rows.forEach(System.out::println);
    }

    private static double ours(String name, int threads) throws RunnerException {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder().include(ComputeBenchmark.class.getName()).param("name", name)
                .jvmArgsPrepend("-D" + LeaseExecutor.THREADS + "=" + threads).verbosity(VerboseMode.SILENT).build()).run()) {
            medians.put(name, result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        return medians.get(name);
    }

    private static String row(String name, int threads, double ours, Double theirs) {
        return theirs == null ? String.format("%-26s %7d %14.1f %14s %7s", name, threads, ours, "-", "-")
                : String.format("%-26s %7d %14.1f %14.1f %7.2f", name, threads, ours, theirs, ours / theirs);
    }
}
