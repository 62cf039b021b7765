package org.espalier.host.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class StartProblemsTest {
    @Test
    void namesTheMissingRequirement() {
        assertEquals("it needs osgi.wiring.package; (osgi.wiring.package=a.b)", StartProblems.reason(new BundleException(
                "Unable to resolve p [7](R 7.0): missing requirement [p [7](R 7.0)] osgi.wiring.package; (osgi.wiring.package=a.b)"
                        + " Unresolved requirements: [[p [7](R 7.0)] osgi.wiring.package; (osgi.wiring.package=a.b)]")));
    }

    @Test
    void namesTheInnermostOfAChain() {
        assertEquals("it needs osgi.wiring.package; (&(osgi.wiring.package=x)(version>=2.0))", StartProblems.reason(new BundleException(
                "Unable to resolve q [8](R 8.0): missing requirement [q [8](R 8.0)] osgi.wiring.package; (osgi.wiring.package=a.b)"
                        + " [caused by: Unable to resolve p [7](R 7.0): missing requirement [p [7](R 7.0)] osgi.wiring.package; (&(osgi.wiring.package=x)(version>=2.0))]"
                        + " Unresolved requirements: [[q [8](R 8.0)] osgi.wiring.package; (osgi.wiring.package=a.b)]")));
    }

    @Test
    void namesTheCauseOfAFailedActivator() {
        assertEquals("java.lang.IllegalStateException: no", StartProblems.reason(new BundleException("Activator start error in bundle p [7].",
                new IllegalStateException("no"))));
    }
}
