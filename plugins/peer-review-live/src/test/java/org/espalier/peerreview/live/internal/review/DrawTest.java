package org.espalier.peerreview.live.internal.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final List<String> MODELS = IntStream.range(0, 15).mapToObj(i -> "m" + i).toList();
    private static final Questions QUESTIONS = new Questions(IntStream.range(0, 80).mapToObj(i -> new Question("q" + i, "", List.of("?"), List.of())).toList());

    private static List<Contest> draw(Draw draw) {
        return draw.contests(QUESTIONS, MODELS, MODELS, new SplittableRandom(1));
    }

    @Test
    void thePapersSettingMakes42000Records() {
        List<Contest> contests = draw(new Draw(5, 0, false));
        assertEquals(42_000, contests.stream().mapToInt(contest -> contest.reviewers().size()).sum());
        assertTrue(contests.stream().allMatch(contest -> new HashSet<>(contest.reviewers()).size() == 5), "without replacement");
    }

    @Test
    void authorsCanBeKeptFromTheirOwnPairs() {
        assertTrue(draw(new Draw(13, 0, true)).stream().noneMatch(contest -> contest.reviewers().contains(contest.first()) || contest.reviewers().contains(contest.second())));
        assertTrue(draw(new Draw(5, 0, false)).stream().anyMatch(contest -> contest.reviewers().contains(contest.first())));
    }

    @Test
    void withOpponentsEveryModelMeetsAtLeastSoMany() {
        for (String model : MODELS) {
            assertTrue(draw(new Draw(1, 4, false)).stream().filter(contest -> contest.question().id().equals("q0") && (contest.first().equals(model) || contest.second().equals(model))).count() >= 4);
        }
    }
}
