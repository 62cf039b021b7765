package org.espalier.standard.internal.trainer;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.model.Network;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An evaluation network whose watched values can be read. Compiled only when somebody looks: what is watched costs memory that predictions do not need. */
final class WatchedProgram implements AutoCloseable {
    private final Network network;
    private final Program program;

    WatchedProgram(Lease lease, Network network, Parameters parameters) {
        this.network = network;
        this.program = lease.compile(ProgramRequest.inference(parameters,
                Stream.concat(Stream.of(network.output()), network.watched().values().stream()).distinct().toArray(SDVariable[]::new)));
        network.inputs().forEach(program::feed);
    }

    /** The watched values by name: the program's own buffers. */
    Map<String, INDArray> values(Map<String, INDArray> batch) {
        network.graph().placeHolders().stream().map(SDVariable::name).filter(batch::containsKey).forEach(name -> program.feed(name, batch.get(name)));
        program.run();
        Map<String, INDArray> values = new TreeMap<>();
        network.watched().forEach((name, variable) -> values.put(name, program.output(variable.name())));
        return values;
    }

    @Override
    public void close() {
        program.close();
    }
}
