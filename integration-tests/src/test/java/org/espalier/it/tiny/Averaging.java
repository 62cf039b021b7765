package org.espalier.it.tiny;

import org.espalier.api.model.Model;

/** The form of model that this plugin trains. */
public interface Averaging extends Model<Numbers> {
    String FORM = "averaging";

    /** Looks at the numbers once more. */
    void look(Numbers numbers);

    double mean();
}
