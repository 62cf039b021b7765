package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ProductCheckTest {
    @Test
    void productsOfThisProcessorAreRight() {
        assertDoesNotThrow(ProductCheck::run);
    }

    @Test
    void aWrongElementIsSaidWithWhatToDo() {
        double[] ones = new double[65 * 700];
        double[] others = new double[700 * 333];
        double[] product = new double[65 * 333];
        Arrays.fill(ones, 1);
        Arrays.fill(others, 1);
        Arrays.fill(product, 700);
        assertDoesNotThrow(() -> ProductCheck.require(ones, others, product));

        product[64 * 333] = 699;
        String message = assertThrows(IllegalStateException.class, () -> ProductCheck.require(ones, others, product)).getMessage();
        assertTrue(message.contains("the sum of row 64 of a product is 233099.0, not 233100.0. Set OPENBLAS_CORETYPE"), message);
    }
}
