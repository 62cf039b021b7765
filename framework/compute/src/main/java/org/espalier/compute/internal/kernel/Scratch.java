package org.espalier.compute.internal.kernel;

/** Heap copies that kernels of one program work on, one after the other: loops over heap arrays are what the JVM compiles best. */
final class Scratch {
    private float[] floatsIn = new float[0];
    private float[] floatsOut = new float[0];
    private double[] doublesIn = new double[0];
    private double[] doublesOut = new double[0];

    float[] floatsIn(int length) {
        floatsIn = floatsIn.length < length ? new float[length] : floatsIn;
        return floatsIn;
    }

    float[] floatsOut(int length) {
        floatsOut = floatsOut.length < length ? new float[length] : floatsOut;
        return floatsOut;
    }

    double[] doublesIn(int length) {
        doublesIn = doublesIn.length < length ? new double[length] : doublesIn;
        return doublesIn;
    }

    double[] doublesOut(int length) {
        doublesOut = doublesOut.length < length ? new double[length] : doublesOut;
        return doublesOut;
    }
}
