package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Sum over all pairs i &lt; j of e_i * e_j in time linear in the number of fields (Rendle 2010, lemma 3.1). */
final class BiInteraction {
    private BiInteraction() {
    }

    /** ( (sum e)^2 - sum e^2 ) / 2: [B, d] from [B, M, d]. */
    static SDVariable of(SDVariable e) {
        SDVariable sum = e.sum(false, 1);
        return sum.mul(sum).sub(e.mul(e).sum(false, 1)).mul(0.5);
    }
}
