package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;

/**
 * Draws the contests of a review (Algorithm 1 of the paper): the pairs of each question, and the reviewers of each pair, uniformly without replacement.
 *
 * @param reviewersPerPair how many judge a pair; all if there are fewer
 * @param opponents        how many others each model meets on a question; 0 for all
 * @param excludeSelf      whether authors may not judge their own pair; the paper's algorithm says so, its text and code do not
 */
record Draw(int reviewersPerPair, int opponents, boolean excludeSelf) {

    List<Contest> contests(Questions questions, List<String> authors, List<String> reviewers, RandomGenerator random) {
        List<Contest> contests = new ArrayList<>();
        for (Question question : questions.all()) {
            for (Pair pair : opponents == 0 ? allPairs(authors) : somePairs(authors, random)) {
                contests.add(new Contest(question, pair.first(), pair.second(), reviewers(pair, reviewers, random)));
            }
        }
        return contests;
    }

    private record Pair(String first, String second) {
    }

    private static Set<Pair> allPairs(List<String> authors) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (int i = 0; i < authors.size(); i++) {
            for (int j = i + 1; j < authors.size(); j++) {
                pairs.add(new Pair(authors.get(i), authors.get(j)));
            }
        }
        return pairs;
    }

    private Set<Pair> somePairs(List<String> authors, RandomGenerator random) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (String author : authors) {
            List<String> others = authors.stream().filter(other -> !other.equals(author)).toList();
            for (String other : some(others, opponents, random)) {
                boolean inOrder = authors.indexOf(author) < authors.indexOf(other);
                pairs.add(inOrder ? new Pair(author, other) : new Pair(other, author));
            }
        }
        return pairs;
    }

    private List<String> reviewers(Pair pair, List<String> all, RandomGenerator random) {
        List<String> allowed = excludeSelf ? all.stream().filter(name -> !name.equals(pair.first()) && !name.equals(pair.second())).toList() : all;
        return some(allowed, reviewersPerPair, random);
    }

    /** So many of them, drawn without replacement, in their order. */
    private static List<String> some(List<String> all, int count, RandomGenerator random) {
        List<String> chosen = new ArrayList<>(all);
        while (chosen.size() > count) {
            chosen.remove(random.nextInt(chosen.size()));
        }
        return chosen;
    }
}
