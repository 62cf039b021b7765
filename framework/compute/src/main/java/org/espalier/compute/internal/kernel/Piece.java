package org.espalier.compute.internal.kernel;

/**
 * Where a thread is in a chain: the place changes, the thread does not.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Piece<A> {
    private final Workspace<A> workspace;
    private final long iteration;
    private int chunk;
    private int from;
    private int count;

    Piece(Workspace<A> workspace, long iteration) {
        this.workspace = workspace;
        this.iteration = iteration;
    }

    void move(int toChunk, int place, int length) {
        chunk = toChunk;
        from = place;
        count = length;
    }

    void fill(double value, int register) {
        workspace.vectors().fill(workspace.register(register), 0, Vectors.PIECE, value);
    }

    void load(Source<A> source, int register) {
        source.read(from, count, workspace.vectors(), workspace.register(register));
    }

    void compute(Instruction instruction, int x, int y, int z) {
        instruction.run(workspace.vectors(), workspace.register(x), workspace.register(y), workspace.register(z), from, count, iteration);
    }

    void run(Loop loop) {
        loop.run(workspace, count);
    }

    void store(Memory<A> memory, int register) {
        memory.write(from, workspace.register(register), 0, count);
    }

    void fold(Fold<A> fold, int register) {
        fold.write(chunk, from, count, workspace.vectors(), workspace.register(register));
    }
}
