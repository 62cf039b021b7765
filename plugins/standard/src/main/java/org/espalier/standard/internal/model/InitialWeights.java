package org.espalier.standard.internal.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.Safetensors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where training starts: weights uniform within ±sqrt(6 / (in + out)) (Glorot and Bengio, 2010) and biases 0, or the tensors of an earlier stage.
 */
final class InitialWeights {
    private final Optional<Artefact> earlier;
    private final RandomSource random;

    InitialWeights(Optional<Artefact> earlier, RandomSource random) {
        this.earlier = earlier;
        this.random = random;
    }

    /**
     * Weights and biases by name, in the order of the layers.
     *
     * @param shapes [in, out] of each layer
     * @throws InputException if an earlier stage's hidden layers are not of these shapes
     */
    Map<String, INDArray> of(Map<String, int[]> shapes) {
        Map<String, INDArray> values = drawn(shapes);
        earlier.ifPresent(artefact -> takeOver(artefact, values));
        return values;
    }

    private Map<String, INDArray> drawn(Map<String, int[]> shapes) {
        RandomGenerator generator = random.generator("initial-weights");
        Map<String, INDArray> values = new LinkedHashMap<>();
        shapes.forEach((layer, shape) -> {
            values.put(MlpGraph.weights(layer), Nd4j.createFromArray(glorot(shape[0], shape[1], generator)));
            values.put(MlpGraph.bias(layer), Nd4j.createFromArray(new float[shape[1]]));
        });
        return values;
    }

    private static float[][] glorot(int in, int out, RandomGenerator generator) {
        double bound = Math.sqrt(6.0 / (in + out));
        float[][] weights = new float[in][out];
        for (float[] row : weights) {
            for (int c = 0; c < out; c++) {
                row[c] = (float) (bound * (2 * generator.nextDouble() - 1));
            }
        }
        return weights;
    }

    private static void takeOver(Artefact artefact, Map<String, INDArray> values) {
        Map<String, INDArray> tensors = read(artefact);
        values.replaceAll((name, fresh) -> {
            INDArray tensor = tensors.get(name);
            boolean fits = tensor != null && Arrays.equals(tensor.shape(), fresh.shape());
            if (!fits && !name.startsWith(MlpGraph.OUTPUT)) {
                throw misfit(artefact, name, fresh, tensor);
            }
            return fits ? tensor : fresh;
        });
    }

    private static Map<String, INDArray> read(Artefact artefact) {
        try {
            return Safetensors.read(artefact.path());
        } catch (IOException e) {
            throw new DataException(artefact.path() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputException misfit(Artefact artefact, String name, INDArray fresh, INDArray tensor) {
        String found = tensor == null ? "there is none of that name" : "there it is " + Arrays.toString(tensor.shape());
        return new InputException("standard.mlp cannot start from '" + artefact.name() + "' of stage '" + artefact.stage() + "': it needs '" + name + "' of shape "
                + Arrays.toString(fresh.shape()) + ", " + found + ". Give both stages the same columns and the same hidden layers.");
    }
}
