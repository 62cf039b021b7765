package org.espalier.peerreview.internal.data;

import static org.espalier.peerreview.internal.Golden.EXACT;
import static org.espalier.peerreview.internal.Golden.TRAINED;
import static org.espalier.peerreview.internal.Golden.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.peerreview.internal.Golden;
import org.espalier.peerreview.internal.scoring.Consistency;
import org.espalier.peerreview.internal.scoring.ConsistencyOptimisation;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;
import org.espalier.peerreview.internal.scoring.MajorityVoting;
import org.espalier.peerreview.internal.scoring.ReviewerSums;
import org.espalier.peerreview.internal.scoring.Schedule;
import org.espalier.peerreview.internal.scoring.Standing;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** The real pools: what is read of them, their scores, and two optimisations of each. */
class RealDataGoldenTest {
    private static final double K = 200;

    @TempDir
    Path folder;

    private static Map<String, Dataset<JudgmentData>> pools() {
        TestRandomSource random = new TestRandomSource(1);
        return Map.of("vicuna80", new Vicuna80Dataset(new Vicuna80Dataset.Parameters(1, false, false), random),
                "dearena_open", new DeArenaDataset(new DeArenaDataset.Parameters(DeArenaDataset.Pool.OPEN, 1), random),
                "dearena_api", new DeArenaDataset(new DeArenaDataset.Parameters(DeArenaDataset.Pool.API, 1), random),
                "mt15_gpt35", new Mt15Dataset(new Mt15Dataset.Parameters(1, false, Repeats.KEEP), random));
    }

    private JudgmentData load(String pool) throws IOException {
        Dataset<JudgmentData> dataset = pools().get(pool);
        FilesAccess access = new FilesAccess(dataset.getClass(), folder, FilesAccess.dataRoots());
        assumeTrue(dataset.files().stream().filter(DataFile::needed).allMatch(access::has), "the files of " + pool + " are in no folder of -Ddata.roots");
        return dataset.load(access);
    }

    @TestFactory
    Stream<DynamicTest> realPools() throws IOException {
        return Golden.read("real.json").properties().stream().map(pool -> DynamicTest.dynamicTest(pool.getKey(), () -> check(pool.getValue(), load(pool.getKey()))));
    }

    private static void check(JsonNode golden, JudgmentData data) {
        assertEquals(Golden.items(golden.get("models")).map(JsonNode::asText).toList(), data.roster().models());
        assertEquals(golden.get("n").asInt(), data.counts().total());
        for (Map.Entry<String, Integer> outcome : Map.of("1.0", VerdictPair.FIRST_WINS, "0.0", VerdictPair.SECOND_WINS, "0.5", VerdictPair.TIE).entrySet()) {
            assertEquals(golden.get("outcomes").path(outcome.getKey()).asLong(), outcomes(data, outcome.getValue()), "outcome " + outcome.getKey());
        }
        LinearScoring plain = LinearScoring.of(data, LinearScoring.Form.PLAIN);
        boolean[] all = ReviewerSums.of(data.counts()).everyone();
        assertNear(golden.get("N"), plain.contestsBy(all), EXACT, "N");
        assertNear(golden.get("R_default"), plain.at(new double[data.models()], all, null).derivative(), EXACT, "R");
        assertNear(golden.get("G_uniform"), FixedWeights.uniform(plain), EXACT, "uniform");
        assertNear(golden.get("majority"), MajorityVoting.scores(data.judgments().orElseThrow(), data.models()), EXACT, "majority");
        Golden.items(golden.get("runs")).forEach(run -> checkTraining(run, data, all));
    }

    private static long outcomes(JudgmentData data, int outcome) {
        return IntStream.range(0, VerdictPair.CODES).filter(code -> VerdictPair.outcome(code) == outcome)
                .mapToLong(code -> data.tallies().stream().mapToLong(tally -> tally.verdicts()[code]).sum()).sum();
    }

    private static void checkTraining(JsonNode run, JudgmentData data, boolean[] all) {
        LinearScoring ranked = LinearScoring.of(data, LinearScoring.Form.ranked(K));
        ConsistencyOptimisation.Epoch last = new ConsistencyOptimisation(ranked, Schedule.PUBLISHED).run(Golden.weighting(run.get("init")), all, epoch -> { });
        assertNear(run.get("w"), last.weights(), TRAINED, "weights");
        assertNear(run.get("G"), last.scores(), TRAINED, "scores");
        assertArrayEquals(Golden.integers(run.get("order")), Standing.descending(last.scores(), data.models()), "order");
    }

    /** E3: from weights that contradict people to weights that agree with them, without a label. */
    @TestFactory
    Stream<DynamicTest> optimisationTurnsRandomWeights() throws IOException {
        JsonNode golden = Golden.read("real.json").path("vicuna80");
        return Golden.items(golden.path("runs")).map(run -> DynamicTest.dynamicTest("vicuna80", () -> {
            JudgmentData data = load("vicuna80");
            List<Double> losses = new ArrayList<>();
            LinearScoring ranked = LinearScoring.of(data, LinearScoring.Form.ranked(K));
            double[] start = Golden.weighting(run.get("init")).weights();
            double[] end = new ConsistencyOptimisation(ranked, Schedule.PUBLISHED).run(Golden.weighting(run.get("init")), ReviewerSums.of(data.counts()).everyone(),
                    epoch -> losses.add(epoch.loss())).weights();
            double[] people = {0.753, 0.689, 0.461, 0.372, 0.338};
            assertTrue(correlation(start, people) < 0, () -> "at the start " + correlation(start, people));
            assertTrue(correlation(end, people) > 0.8, () -> "in the end " + correlation(end, people));
            assertTrue(losses.get(0) > 1.2 && losses.get(losses.size() - 1) < 0.2, losses::toString);
        }));
    }

    private static double correlation(double[] x, double[] y) {
        return 1 - Consistency.of(x, y).loss();
    }
}
