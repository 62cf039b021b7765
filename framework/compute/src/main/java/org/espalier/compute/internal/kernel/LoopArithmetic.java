package org.espalier.compute.internal.kernel;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bytecode of single instructions; to the last bit, it does what the loops of {@link Vectors} do. */
final class LoopArithmetic {
    private final MethodVisitor code;
    private final Type type;
    private final int first;

    /**
     * @param type  float or double
     * @param first local variable of the first value
     */
    LoopArithmetic(MethodVisitor code, Type type, int first) {
        this.code = code;
        this.type = type;
        this.first = first;
    }

    void load(int value) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), first + value * type.getSize());
    }

    void store(int value) {
        code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), first + value * type.getSize());
    }

    /** Leaves the result on the stack. */
    void compute(Instruction step) {
        switch (step.function()) {
            case CONSTANT -> constant(step.factor());
            case ADD -> binary(step, Opcodes.IADD);
            case SUBTRACT -> binary(step, Opcodes.ISUB);
            case MULTIPLY -> binary(step, Opcodes.IMUL);
            case DIVIDE -> binary(step, Opcodes.IDIV);
            case MAX -> binary(step, "max");
            case MIN -> binary(step, "min");
            case SCALE -> withConstant(step.x(), step.factor(), Opcodes.IMUL);
            case SHIFT -> withConstant(step.x(), step.summand(), Opcodes.IADD);
            case AFFINE -> affine(step);
            case HORNER -> horner(step);
            case ADD_SCALED -> addScaled(step);
            case ABS -> abs(step);
            case SQRT -> sqrt(step);
            case POSITIVE -> positive(step);
            default -> throw new IllegalStateException(step.function() + " is no arithmetic");
        }
    }

    private void constant(double value) {
        code.visitLdcInsn(type == Type.FLOAT_TYPE ? (Object) (float) value : (Object) value);
    }

    private void binary(Instruction step, int operation) {
        load(step.x());
        load(step.y());
        code.visitInsn(type.getOpcode(operation));
    }

    private void binary(Instruction step, String function) {
        load(step.x());
        load(step.y());
        math(function, 2);
    }

    private void math(String function, int arguments) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", function, "(" + type.getDescriptor().repeat(arguments) + ")" + type.getDescriptor(), false);
    }

    private void withConstant(int x, double value, int operation) {
        load(x);
        constant(value);
        code.visitInsn(type.getOpcode(operation));
    }

    private void affine(Instruction step) {
        load(step.x());
        constant(step.factor());
        constant(step.summand());
        math("fma", 3);
    }

    private void horner(Instruction step) {
        load(step.x());
        load(step.y());
        constant(step.summand());
        math("fma", 3);
    }

    private void addScaled(Instruction step) {
        load(step.y());
        constant(step.factor());
        load(step.x());
        math("fma", 3);
    }

    private void abs(Instruction step) {
        load(step.x());
        math("abs", 1);
    }

    /** The JVM knows that the detour over double precision changes nothing. */
    private void sqrt(Instruction step) {
        load(step.x());
        if (type == Type.FLOAT_TYPE) {
            code.visitInsn(Opcodes.F2D);
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", "sqrt", "(D)D", false);
        if (type == Type.FLOAT_TYPE) {
            code.visitInsn(Opcodes.D2F);
        }
    }

    private void positive(Instruction step) {
        load(step.x());
        constant(0);
        math("max", 2);
        double up = type == Type.FLOAT_TYPE ? FloatVectors.UP : DoubleVectors.UP;
        constant(up);
        code.visitInsn(type.getOpcode(Opcodes.IMUL));
        constant(up);
        code.visitInsn(type.getOpcode(Opcodes.IMUL));
        constant(1);
        math("min", 2);
    }
}
