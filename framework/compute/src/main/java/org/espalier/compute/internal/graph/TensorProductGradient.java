package org.espalier.compute.internal.graph;

import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.reduce.TensorMmul;

/** Both gradients of a tensor product, a sum over some axes of each factor. Inputs: the factors and the gradient of the product. */
public final class TensorProductGradient extends GraphOp {
    private final TensorMmul product;

    TensorProductGradient(TensorMmul product, SDVariable gradient) {
        super(product.getSameDiff(), product.arg(0), product.arg(1), gradient);
        this.product = product;
    }

    /** The op that this is the gradient of. */
    public TensorMmul product() {
        return product;
    }

    @Override
    public String opName() {
        return "espalier_tensor_product_gradient";
    }

    @Override
    public int getNumOutputs() {
        return 2;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, 2);
    }
}
