package org.espalier.compute.internal.kernel;

import java.util.List;

/**
 * A loop over arrays of any length, in pieces that fit the processor's first cache: copied from native memory to the heap, where the JVM makes vector
 * instructions of plain loops, and back. Pieces of long arrays are shared out among threads unless something is summed.
 */
final class PiecewiseKernel implements Kernel {
    /** Elements of a piece. */
    static final int PIECE = 2048;
    private static final int WORTH_THREADS = 32 * PIECE;

    private final List<Source> sources;
    private final List<Sink> sinks;
    private final int length;
    private final Loop loop;
    private final Team team;
    private final Scratch scratch;

    PiecewiseKernel(List<Source> sources, List<Sink> sinks, int length, Loop loop, Team team, Scratch scratch) {
        this.sources = sources;
        this.sinks = sinks;
        this.length = length;
        this.loop = loop;
        this.team = length >= WORTH_THREADS && sinks.stream().noneMatch(Sink.Sums.class::isInstance) ? team : Team.SINGLE;
        this.scratch = scratch;
        scratch.prepare(this.team.size(), sources.size(), sinks.size());
    }

    @Override
    public void run(long iteration) {
        sources.forEach(Source::begin);
        sinks.forEach(Sink::begin);
        team.run(this::part);
        sinks.forEach(Sink::end);
    }

    private void part(int part) {
        float[][] in = scratch.in(part);
        float[][] out = scratch.out(part);
        for (int from = part * PIECE; from < length; from += team.size() * PIECE) {
            int count = Math.min(PIECE, length - from);
            for (int i = 0; i < sources.size(); i++) {
                sources.get(i).read(from, count, in[i]);
            }
            loop.run(in, out, count);
            for (int i = 0; i < sinks.size(); i++) {
                sinks.get(i).write(from, count, out[i]);
            }
        }
    }
}
