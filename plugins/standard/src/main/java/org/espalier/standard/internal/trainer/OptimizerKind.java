package org.espalier.standard.internal.trainer;

import java.util.function.Function;

import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.UpdateRule.Native;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.RmsProp;

/** How gradients change the parameters. */
public enum OptimizerKind {
    /** Plain gradient descent. */
    SGD(settings -> new UpdateRule.Sgd()),
    /** Sutskever et al., 2013. */
    MOMENTUM(settings -> new UpdateRule.Momentum(settings.momentum(), false)),
    /** Nesterov's momentum. */
    NESTEROV(settings -> new UpdateRule.Momentum(settings.momentum(), true)),
    /** Kingma and Ba, 2015. */
    ADAM(settings -> new UpdateRule.Adam(settings.momentum(), settings.beta2(), 1e-8)),
    /** Adam that leaves rows of large tables alone in steps where they do not occur. */
    LAZY_ADAM(settings -> new UpdateRule.Lazy(new UpdateRule.Adam(settings.momentum(), settings.beta2(), 1e-8))),
    /** Loshchilov and Hutter, 2019. */
    ADAM_W(settings -> new UpdateRule.AdamW(settings.momentum(), settings.beta2(), 1e-8)),
    /** Shazeer and Stern, 2018. */
    ADAFACTOR(settings -> new UpdateRule.Adafactor()),
    /** You et al., 2020. */
    LAMB(settings -> new UpdateRule.Lamb(settings.momentum(), settings.beta2(), 1e-6)),
    /** You et al., 2017. */
    LARS(settings -> new UpdateRule.Lars(settings.momentum(), 0.001)),
    /** Duchi et al., 2011. */
    ADA_GRAD(settings -> new Native(new AdaGrad(settings.learningRate()))),
    /** Tieleman and Hinton, 2012; decay 0.95. */
    RMS_PROP(settings -> new Native(new RmsProp(settings.learningRate()))),
    /** Reddi et al., 2018. */
    AMS_GRAD(settings -> new Native(new AMSGrad(settings.learningRate(), settings.momentum(), settings.beta2(), 1e-8))),
    /** Dozat, 2016. */
    NADAM(settings -> new Native(new Nadam(settings.learningRate(), settings.momentum(), settings.beta2(), 1e-8)));

    private final Function<Numbers, UpdateRule> rules;

    /** What a rule may depend on. */
    record Numbers(double learningRate, double momentum, double beta2) {
    }

    OptimizerKind(Function<Numbers, UpdateRule> rules) {
        this.rules = rules;
    }

    UpdateRule rule(Numbers numbers) {
        return rules.apply(numbers);
    }
}
