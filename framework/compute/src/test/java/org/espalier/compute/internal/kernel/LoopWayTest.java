package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;

import org.espalier.compute.internal.Await;
import org.espalier.compute.internal.kernel.Instruction.Function;
import org.junit.jupiter.api.Test;

class LoopWayTest {
    private static final int CALLS = 60_000;

    private final LoopFormula formula = new LoopFormula(1, List.of(new Instruction(Function.SCALE, 0, -1, 3, 0), new Instruction(Function.MULTIPLY, 1, 0, 0, 0)), List.of(2));

    @Test
    void equalFormulasShareOne() {
        assertSame(LoopWays.of(formula, float.class), LoopWays.of(new LoopFormula(1, List.copyOf(formula.steps()), List.of(2)), float.class));
        assertNotSame(LoopWays.of(formula, float.class), LoopWays.of(formula, double.class));
    }

    /** Long enough for a class to be generated and compared. */
    @Test
    void givesTheSameBitsFromTheFirstCallOn() {
        Workspace<float[]> workspace = new Workspace<>(new FloatVectors());
        Loop loop = new Loop(formula, new int[] {0, 1, 2}, new LoopWay(formula, float.class));
        for (int i = 0; i < Vectors.PIECE; i++) {
            workspace.register(0)[i] = i * 0.37f;
        }
        loop.run(workspace, Vectors.PIECE);
        float[] first = workspace.register(2).clone();
        for (int call = 0; call < CALLS; call++) {
            loop.run(workspace, Vectors.PIECE);
        }
        assertArrayEquals(first, workspace.register(2));
        assertTrue(loop.way().isGenerated());
    }

    @Test
    void generatedClassesAreUnloadedWithTheirLastInstance() {
        WeakReference<Class<?>> type = new WeakReference<>(LoopWriter.generate(formula, float.class).getClass());
        Await.until(() -> {
            System.gc();
            return type.get() == null;
        });
        assertNull(type.get());
    }
}
