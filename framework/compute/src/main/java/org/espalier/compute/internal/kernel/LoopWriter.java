package org.espalier.compute.internal.kernel;

import java.lang.invoke.MethodHandles;
import java.util.stream.IntStream;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Generates a class for a formula: one loop over all arrays, in which values between steps never leave the processor's registers. The class is hidden and goes with its last instance.
 */
final class LoopWriter {
    private static final int ARRAYS = 1;
    private static final int COUNT = 2;
    private static final int INDEX = 3;
    private static final int FIRST_FREE = 4;
    private static final String NAME = Type.getInternalName(LoopWriter.class).replace("LoopWriter", "GeneratedLoopOf");

    private final LoopFormula formula;
    private final Type type;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final MethodVisitor code;

    private LoopWriter(LoopFormula formula, Type type) {
        this.formula = formula;
        this.type = type;
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", new String[] {Type.getInternalName(GeneratedLoop.class)});
        constructor();
        code = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([Ljava/lang/Object;I)V", null, null);
    }

    /** @param type of the elements, float or double */
    static GeneratedLoop generate(LoopFormula formula, Class<?> type) {
        LoopWriter loop = new LoopWriter(formula, Type.getType(type));
        loop.write();
        try {
            return (GeneratedLoop) MethodHandles.lookup().defineHiddenClass(loop.writer.toByteArray(), true).lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A generated loop could not be loaded", e);
        }
    }

    private void constructor() {
        MethodVisitor made = writer.visitMethod(0, "<init>", "()V", null, null);
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        made.visitInsn(Opcodes.RETURN);
        made.visitMaxs(0, 0);
    }

    private void write() {
        IntStream.range(0, formula.inputs() + formula.outputs().size()).forEach(this::takeArray);
        Label begin = new Label();
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, INDEX);
        code.visitLabel(begin);
        code.visitVarInsn(Opcodes.ILOAD, INDEX);
        code.visitVarInsn(Opcodes.ILOAD, COUNT);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        element();
        code.visitIincInsn(INDEX, 1);
        code.visitJumpInsn(Opcodes.GOTO, begin);
        code.visitLabel(end);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        writer.visitEnd();
    }

    private void takeArray(int number) {
        code.visitVarInsn(Opcodes.ALOAD, ARRAYS);
        code.visitLdcInsn(number);
        code.visitInsn(Opcodes.AALOAD);
        code.visitTypeInsn(Opcodes.CHECKCAST, "[" + type.getDescriptor());
        code.visitVarInsn(Opcodes.ASTORE, FIRST_FREE + number);
    }

    private void element() {
        LoopArithmetic arithmetic = new LoopArithmetic(code, type, FIRST_FREE + formula.inputs() + formula.outputs().size());
        for (int input = 0; input < formula.inputs(); input++) {
            place(input);
            code.visitInsn(type.getOpcode(Opcodes.IALOAD));
            arithmetic.store(input);
        }
        for (int step = 0; step < formula.steps().size(); step++) {
            arithmetic.compute(formula.steps().get(step));
            arithmetic.store(formula.inputs() + step);
        }
        for (int output = 0; output < formula.outputs().size(); output++) {
            place(formula.inputs() + output);
            arithmetic.load(formula.outputs().get(output));
            code.visitInsn(type.getOpcode(Opcodes.IASTORE));
        }
    }

    private void place(int array) {
        code.visitVarInsn(Opcodes.ALOAD, FIRST_FREE + array);
        code.visitVarInsn(Opcodes.ILOAD, INDEX);
    }
}
