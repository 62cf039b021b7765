package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.espalier.compute.internal.memory.NativeMemory;

/** Element-wise ops that are done in one pass, by the names of the variables they read and write. */
public final class Chain {
    private final Formula formula = new Formula();
    private final long length;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Term> whole = new LinkedHashMap<>();
    private final Map<String, Output> folded = new LinkedHashMap<>();
    private final Map<String, Term> rows = new LinkedHashMap<>();
    private int width = 1;

    /** A variable from outside, and how it is broadcast. */
    record Input(String variable, Walk walk) {
    }

    /** What is folded to a variable. */
    record Output(Term term, Walk walk, Form form) {
        Fold.Kind kind() {
            return form.kind() == null ? Fold.Kind.SUM : form.kind();
        }
    }

    private Chain(long length) {
        this.length = length;
    }

    /** A chain of one step. */
    public static Chain of(Elements op) {
        Chain chain = new Chain(op.length());
        chain.add(op, op.form());
        return chain;
    }

    /** Adds an op that reads some variables of this chain, and others that are ready before it; false if it does not fit. */
    public boolean add(Elements op) {
        boolean fits = op.length() == length && IntStream.range(0, op.form().inputs().size()).allMatch(i -> isReadable(op, i));
        if (fits) {
            add(op, op.form());
        }
        return fits;
    }

    /** What was folded is known in time only if it comes of whole rows, to each of which it is broadcast again. */
    private boolean isReadable(Elements op, int input) {
        String variable = op.inputs().get(input);
        return !folded.containsKey(variable) || rows.containsKey(variable) && folded.get(variable).walk().equals(Walk.of(op.form().inputs().get(input), op.form().shape()).orElseThrow());
    }

    /** Adds the same elements under another name, whatever the shape; false if they are not all there. */
    public boolean alias(String variable, String original) {
        Term term = whole.get(original);
        return term != null && whole.put(variable, term) == null;
    }

    /** Takes over the steps of a chain that reads nothing of this one, nor this one of it; false if they do not fit. */
    public boolean join(Chain other) {
        if (other.length != length || width > 1 && other.width > 1 && width != other.width) {
            return false;
        }
        Term[] terms = new Term[other.formula.size()];
        for (int i = 0; i < terms.length; i++) {
            Instruction step = other.formula.step(i);
            terms[i] = step.function() == Instruction.Function.INPUT ? term(other.inputs.get(step.x()).variable(), other.inputs.get(step.x()).walk()) : formula.step(step.reading(terms));
        }
        other.whole.forEach((variable, term) -> whole.put(variable, terms[term.step()]));
        other.rows.forEach((variable, term) -> rows.put(variable, terms[term.step()]));
        other.folded.forEach((variable, output) -> folded.put(variable, new Output(terms[output.term().step()], output.walk(), output.form())));
        width = Math.max(width, other.width);
        return true;
    }

    private void add(Elements op, Form form) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < form.inputs().size(); i++) {
            terms.add(term(op.inputs().get(i), Walk.of(form.inputs().get(i), form.shape()).orElseThrow()));
        }
        List<Term> results = form.rule().apply(terms);
        for (int i = 0; i < results.size(); i++) {
            String output = op.outputs().get(i);
            Walk walk = Walk.of(form.outputs().get(i), form.shape()).orElseThrow();
            if (form.kind() == null && NativeMemory.length(form.outputs().get(i)) == length) {
                whole.put(output, results.get(i));
            } else {
                folded.put(output, new Output(results.get(i), walk, form));
                addRow(output, folded.get(output));
            }
        }
    }

    /** All rows that later steps read must be of one width, so that pieces can be made of whole ones. */
    private void addRow(String variable, Output output) {
        int inner = output.walk().inner();
        boolean ofRows = output.walk().isColumn() || output.walk().isScalar();
        if (ofRows && inner > 1 && inner <= Vectors.PIECE && (width == 1 || width == inner)) {
            width = inner;
            rows.put(variable, output.term().row(new RowFold(output.kind(), inner, output.form().end())));
        }
    }

    private Term term(String variable, Walk walk) {
        Term inside = whole.getOrDefault(variable, rows.get(variable));
        if (inside != null) {
            return inside;
        }
        Input input = new Input(variable, walk);
        int number = inputs.indexOf(input);
        if (number >= 0) {
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
        return results.stream().map(this::place).toList();
    }

    /** The step whose result is a variable, or folded to it. */
    int place(String variable) {
        return (whole.containsKey(variable) ? whole.get(variable) : folded.get(variable).term()).step();
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

    /** Elements of the rows that are folded and read again; 1 if none are. */
    int width() {
        return width;
    }

    /** Place of a variable that is computed whole, the same for variables of the same elements; empty for those that are folded. */
    public Optional<Integer> step(String variable) {
        return Optional.ofNullable(whole.get(variable)).map(Term::step);
    }

    Output folded(String variable) {
        return folded.get(variable);
    }
}
