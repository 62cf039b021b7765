package org.espalier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** PyTorch, in a process of its own. */
record Peer(String python, String script) {
    /** Median microseconds by case; empty where there is no PyTorch to ask. */
    Map<String, Double> medians(List<String> names, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, script, Integer.toString(threads)));
        command.addAll(names);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        Process process = builder.start();
        byte[] answer = process.getInputStream().readAllBytes();
        return process.waitFor() == 0 ? new ObjectMapper().readValue(answer, new TypeReference<Map<String, Double>>() { }) : Map.of();
    }
}
