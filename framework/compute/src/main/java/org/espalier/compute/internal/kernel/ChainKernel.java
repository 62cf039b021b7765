package org.espalier.compute.internal.kernel;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;

/**
 * A chain of element-wise steps in one pass over memory: piece by piece the inputs are copied to the heap, the steps done, and the results copied back. Pieces
 * are grouped into chunks by the shape alone, and chunks shared out among threads.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ChainKernel<A> implements Kernel {
    private static final int CHUNK = 16 * Vectors.PIECE;
    /** Chunks with sums of their own; more would cost memory and time to join. */
    private static final int MOST_SUMS = 16;
    /** Elements times steps that are worth a second thread: some 30 microseconds. */
    private static final long WORTH_THREADS = 1 << 18;

    private final Numbers<A> numbers;
    private final Team team;
    private final int length;
    private final int piece;
    private final int chunk;
    private final List<Consumer<Piece<A>>> first;
    private final List<Consumer<Piece<A>>> each;
    private final List<Fold<A>> folds;

    /**
     * @param row   chunks and pieces begin at multiples of it
     * @param first what each thread does before its first piece
     * @param each  what is done with each piece
     */
    ChainKernel(Numbers<A> numbers, Team team, int length, int row, List<Consumer<Piece<A>>> first, List<Consumer<Piece<A>>> each, List<Fold<A>> folds) {
        this.numbers = numbers;
        this.team = (long) length * each.size() < WORTH_THREADS ? Team.SINGLE : team;
        this.length = length;
        this.piece = Vectors.PIECE / row * row;
        this.chunk = chunk(length, row, folds);
        this.first = first;
        this.each = each;
        this.folds = folds;
    }

    private static int chunk(int length, int row, List<? extends Fold<?>> folds) {
        int inner = folds.stream().filter(Fold::isApart).mapToInt(Fold::inner).findFirst().orElse(1);
        boolean fits = folds.stream().allMatch(fold -> fold.isApart() ? fold.inner() == inner : (long) MOST_SUMS * fold.size() <= length);
        int least = folds.stream().allMatch(Fold::isApart) ? CHUNK : Math.max(CHUNK, length / MOST_SUMS + 1);
        long unit = (long) row / BigInteger.valueOf(row).gcd(BigInteger.valueOf(inner)).intValue() * inner;
        return fits ? Math.toIntExact(Math.min(length, (least + unit - 1) / unit * unit)) : length;
    }

    @Override
    public void run(long iteration) {
        int chunks = (length + chunk - 1) / chunk;
        folds.forEach(fold -> fold.begin(chunks));
        team.run(part -> part(part, chunks, iteration));
        folds.forEach(Fold::end);
    }

    private void part(int part, int chunks, long iteration) {
        Vectors<A> vectors = numbers.workspace(part).vectors();
        Piece<A> at = new Piece<>(numbers.workspace(part), iteration);
        at.move(0, 0, Math.min(piece, length));
        first.forEach(action -> action.accept(at));
        for (int c = part; c < chunks; c += team.size()) {
            int end = Math.min(length, (c + 1) * chunk);
            for (int from = c * chunk; from < end; from += piece) {
                at.move(c, from, Math.min(piece, end - from));
                for (Consumer<Piece<A>> action : each) {
                    action.accept(at);
                }
            }
            int ended = c;
            folds.forEach(fold -> fold.end(ended, vectors));
        }
    }
}
