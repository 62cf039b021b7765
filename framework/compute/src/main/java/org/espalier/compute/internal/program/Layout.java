package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where each variable of a graph lives. Variables computed in every run share blocks: a block is handed on when the last op that reads
 * it has been placed.
 */
final class Layout {
    private final NativeMemory memory;
    private final Map<String, Integer> readers;
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final Map<String, Block> blocks = new HashMap<>();
    private final List<Block> free = new ArrayList<>();

    /** @param readers for each variable how often it is read; variables that must last count one more */
    Layout(NativeMemory memory, Map<String, Integer> readers) {
        this.memory = memory;
        this.readers = readers;
    }

    boolean contains(String variable) {
        return arrays.containsKey(variable);
    }

    /** Whether a variable is computed in every run, on memory that is handed on. */
    boolean isShared(String variable) {
        return blocks.containsKey(variable);
    }

    INDArray array(String variable) {
        return arrays.get(variable);
    }

    /** Whether any op or the user reads a variable. */
    boolean isRead(String variable) {
        return readers.getOrDefault(variable, 0) > 0;
    }

    /** Puts a variable on memory that is not shared with others. */
    void fix(String variable, INDArray array) {
        arrays.put(variable, array);
    }

    /** Changes how often a variable will be read. */
    void expectReaders(String variable, int more) {
        readers.merge(variable, more, Integer::sum);
        Block block = blocks.get(variable);
        if (block != null) {
            block.pending += more;
        }
    }

    /** Finds room for a variable. */
    void place(String variable, Spec spec) {
        Block block = block(spec);
        block.pending = readers.getOrDefault(variable, 0);
        blocks.put(variable, block);
        arrays.put(variable, NativeMemory.view(block.memory, 0, spec.shape()));
    }

    /**
     * Puts a variable on the memory of another.
     *
     * @param offset where it starts there, in elements
     */
    void alias(String variable, String original, Spec spec, long offset) {
        Block block = blocks.get(original);
        if (block != null) {
            block.pending += readers.getOrDefault(variable, 0);
            blocks.put(variable, block);
        }
        arrays.put(variable, NativeMemory.part(arrays.get(original), offset, spec.shape()));
    }

    /** Tells that one reader of a variable has been placed. */
    void read(String variable) {
        Block block = blocks.get(variable);
        if (block != null && --block.pending == 0) {
            free.add(block);
        }
    }

    /** Hands the memory of an op's output on if nobody reads it. */
    void dropIfUnread(String variable) {
        Block block = blocks.get(variable);
        if (block != null && block.pending == 0) {
            free.add(block);
        }
    }

    private Block block(Spec spec) {
        long length = spec.length();
        Block best = null;
        for (Block block : free) {
            boolean fits = block.memory.dataType() == spec.type() && block.memory.length() >= length;
            if (fits && (best == null || block.memory.length() < best.memory.length())) {
                best = block;
            }
        }
        if (best == null) {
            return new Block(memory.block(spec.type(), length));
        }
        free.remove(best);
        return best;
    }

    private static final class Block {
        private final INDArray memory;
        private int pending;

        Block(INDArray memory) {
            this.memory = memory;
        }
    }
}
