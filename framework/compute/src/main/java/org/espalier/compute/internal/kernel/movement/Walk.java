package org.espalier.compute.internal.kernel.movement;

import java.util.ArrayList;
import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Team;

/**
 * Moves one region to another of the same shape, line by line. Neighbouring axes that lie side by side in both are walked as one. Where the source runs
 * along another axis than the target, as in a transposition, both are walked in tiles, so that the lines of the cache are used up.
 */
public final class Walk implements Kernel {
    private static final int TILE = 32;
    private static final int WORTH_THREADS = 1 << 16;

    private record Axis(int size, int from, int to) {
        boolean continues(Axis inner) {
            return from == inner.size * inner.from && to == inner.size * inner.to;
        }
    }

    private final Mover mover;
    private final int from;
    private final int to;
    private final Axis[] axes;
    private final boolean tiled;
    private final Team team;

    /** @param team shares out the first axis if it is long enough; {@link Team#SINGLE} if elements of the target are moved to more than once */
    public Walk(Mover mover, Region source, Region target, Team team) {
        this.mover = mover;
        this.from = Math.toIntExact(source.offset());
        this.to = Math.toIntExact(target.offset());
        List<Axis> found = axes(source, target);
        Axis last = found.get(found.size() - 1);
        Axis line = last.from == 1 ? last : found.stream().filter(axis -> Math.abs(axis.from) == 1).findFirst().orElse(last);
        this.tiled = line != last;
        if (tiled) {
            found.remove(line);
            found.add(found.size() - 1, line);
        }
        this.axes = found.toArray(Axis[]::new);
        this.team = source.length() < WORTH_THREADS ? Team.SINGLE : team;
    }

    private static List<Axis> axes(Region source, Region target) {
        List<Axis> axes = new ArrayList<>();
        for (int d = 0; d < source.shape().length; d++) {
            Axis axis = new Axis(Math.toIntExact(source.shape()[d]), Math.toIntExact(source.strides()[d]), Math.toIntExact(target.strides()[d]));
            Axis before = axes.isEmpty() ? null : axes.get(axes.size() - 1);
            if (axis.size != 1 && before != null && before.continues(axis)) {
                axes.set(axes.size() - 1, new Axis(before.size * axis.size, axis.from, axis.to));
            } else if (axis.size != 1) {
                axes.add(axis);
            }
        }
        if (axes.isEmpty()) {
            axes.add(new Axis(1, 1, 1));
        }
        return axes;
    }

    @Override
    public void run(long iteration) {
        team.run(this::part);
    }

    private void part(int part) {
        int first = (int) ((long) axes[0].size * part / team.size());
        int end = (int) ((long) axes[0].size * (part + 1) / team.size());
        walk(0, first, end, from, to);
    }

    /** Walks the places {@code first} to {@code end} of one axis, and all of those inside. */
    private void walk(int depth, int first, int end, int source, int target) {
        Axis axis = axes[depth];
        if (depth == axes.length - 1) {
            mover.run(source + first * axis.from, axis.from, target + first * axis.to, axis.to, end - first);
        } else if (tiled && depth == axes.length - 2) {
            tiles(first, end, source, target);
        } else {
            for (int i = first; i < end; i++) {
                walk(depth + 1, 0, axes[depth + 1].size, source + i * axis.from, target + i * axis.to);
            }
        }
    }

    private void tiles(int first, int end, int source, int target) {
        Axis outer = axes[axes.length - 2];
        Axis inner = axes[axes.length - 1];
        for (int start = first; start < end; start += TILE) {
            for (int column = 0; column < inner.size; column += TILE) {
                int count = Math.min(TILE, inner.size - column);
                for (int i = start; i < Math.min(start + TILE, end); i++) {
                    mover.run(source + i * outer.from + column * inner.from, inner.from, target + i * outer.to + column * inner.to, inner.to, count);
                }
            }
        }
    }
}
