package org.espalier.standard.internal.trainer;

import java.util.function.DoubleFunction;

import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** How gradients change the parameters: ND4J's updaters, with its defaults for all but the learning rate. */
public enum Optimizer {
    /** Plain gradient descent. */
    SGD(Sgd::new),
    /** Nesterov's momentum, 0.9. */
    NESTEROV(Nesterovs::new),
    /** Duchi et al., 2011. */
    ADA_GRAD(AdaGrad::new),
    /** Tieleman and Hinton, 2012; decay 0.95. */
    RMS_PROP(RmsProp::new),
    /** Kingma and Ba, 2015; decays 0.9 and 0.999, epsilon 1e-8. */
    ADAM(Adam::new),
    /** Reddi et al., 2018. */
    AMS_GRAD(AMSGrad::new),
    /** Dozat, 2016. */
    NADAM(Nadam::new);

    private final DoubleFunction<IUpdater> updaters;

    Optimizer(DoubleFunction<IUpdater> updaters) {
        this.updaters = updaters;
    }

    IUpdater updater(double learningRate) {
        return updaters.apply(learningRate);
    }
}
