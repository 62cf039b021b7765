package org.espalier.compute.internal.kernel;

/**
 * A formula at its place in a program.
 *
 * @param registers of the inputs and of the results of all steps; constants are in theirs already
 * @param way       how it is done
 */
record Loop(LoopFormula formula, int[] registers, LoopWay way) {

    <A> void run(Workspace<A> workspace, int count) {
        way.run(this, workspace, count);
    }

    /** In one short loop for each step, as all programs share them. */
    <A> void runSteps(Workspace<A> workspace, int count) {
        for (int i = 0; i < formula.steps().size(); i++) {
            Instruction step = formula.steps().get(i);
            if (!step.function().isLeaf()) {
                A z = workspace.register(registers[formula.inputs() + i]);
                A x = workspace.register(registers[step.x()]);
                step.run(workspace.vectors(), x, step.y() < 0 ? x : workspace.register(registers[step.y()]), z, 0, count, 0);
            }
        }
    }

    /** In the loop that was generated. */
    <A> void runGenerated(GeneratedLoop loop, Workspace<A> workspace, int count) {
        int inputs = formula.inputs();
        Object[] arrays = workspace.arrays(inputs + formula.outputs().size());
        for (int i = 0; i < inputs; i++) {
            arrays[i] = workspace.register(registers[i]);
        }
        for (int i = 0; i < formula.outputs().size(); i++) {
            arrays[inputs + i] = workspace.register(registers[formula.outputs().get(i)]);
        }
        loop.run(arrays, count);
    }
}
