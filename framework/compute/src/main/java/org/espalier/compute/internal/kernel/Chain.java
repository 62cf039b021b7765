package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.compute.internal.memory.NativeMemory;

/** Element-wise ops that are done in one pass, by the names of the variables they read and write. */
public final class Chain {
    private final Formula formula = new Formula();
    private final long length;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Term> whole = new LinkedHashMap<>();
    private final Map<String, Output> folded = new LinkedHashMap<>();

    /** A variable from outside, and how it is broadcast. */
    record Input(String variable, Walk walk) {
    }

    /** What is folded to a variable. */
    record Output(Term term, Walk walk, Form form) {
    }

    private Chain(long length) {
        this.length = length;
    }

    /** A chain of one op, if it is one of those. */
    public static Optional<Chain> of(Elements op) {
        Chain chain = new Chain(op.length());
        return chain.add(op) ? Optional.of(chain) : Optional.empty();
    }

    /** Adds an op that reads some variables of this chain, and others that are ready before it; false if it does not fit. */
    public boolean add(Elements op) {
        boolean fits = op.length() == length && op.inputs().stream().noneMatch(folded::containsKey);
        return fits && op.form().map(form -> add(op, form)).orElse(false);
    }

    /** Adds the same elements under another name, whatever the shape; false if they are not all there. */
    public boolean alias(String variable, String original) {
        Term term = whole.get(original);
        return term != null && whole.put(variable, term) == null;
    }

    private boolean add(Elements op, Form form) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < form.inputs().size(); i++) {
            Optional<Walk> walk = Walk.of(form.inputs().get(i), form.shape());
            if (walk.isEmpty()) {
                return false;
            }
            terms.add(term(op.inputs().get(i), walk.get()));
        }
        List<Optional<Walk>> walks = form.outputs().stream().map(shape -> Walk.of(shape, form.shape())).toList();
        if (walks.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        List<Term> results = form.rule().apply(terms);
        for (int i = 0; i < walks.size(); i++) {
            Walk walk = walks.get(i).get();
            if (walk.isWhole() && NativeMemory.length(form.outputs().get(i)) == length && form.kind() == null) {
                whole.put(op.outputs().get(i), results.get(i));
            } else {
                folded.put(op.outputs().get(i), new Output(results.get(i), walk, form));
            }
        }
        return true;
    }

    private Term term(String variable, Walk walk) {
        Term inside = whole.get(variable);
        if (inside != null) {
            return inside;
        }
        Input input = new Input(variable, walk);
        int number = inputs.stream().map(Input::variable).toList().indexOf(variable);
        if (number >= 0 && java.util.Arrays.equals(inputs.get(number).walk().strides(), walk.strides())) {
            return formula.input(number);
        }
        inputs.add(input);
        return formula.input(inputs.size() - 1);
    }

    /** Whether a variable is computed here. */
    public boolean contains(String variable) {
        return whole.containsKey(variable) || folded.containsKey(variable);
    }

    /** The variable from outside that holds the same elements as one of this chain. */
    public Optional<String> copied(String variable) {
        Term term = whole.get(variable);
        if (term == null || formula.step(term.step()).function() != Instruction.Function.INPUT) {
            return Optional.empty();
        }
        Input input = inputs.get(formula.step(term.step()).x());
        return input.walk().isWhole() ? Optional.of(input.variable()) : Optional.empty();
    }

    /** The variables from outside that are needed to compute some of this chain. */
    public Set<String> needs(Set<String> results) {
        boolean[] needed = formula.needed(steps(results));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] && formula.step(i).function() == Instruction.Function.INPUT) {
                names.add(inputs.get(formula.step(i).x()).variable());
            }
        }
        return names;
    }

    List<Integer> steps(Set<String> results) {
        return results.stream().map(name -> whole.containsKey(name) ? whole.get(name) : folded.get(name).term()).map(Term::step).toList();
    }

    Formula formula() {
        return formula;
    }

    int length() {
        return Math.toIntExact(length);
    }

    Input input(int number) {
        return inputs.get(number);
    }

    /** Place of a variable that is computed whole, the same for variables of the same elements; empty for those that are folded. */
    public Optional<Integer> step(String variable) {
        return Optional.ofNullable(whole.get(variable)).map(Term::step);
    }

    Output folded(String variable) {
        return folded.get(variable);
    }
}
