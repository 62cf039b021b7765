/**
 * The compute service timed with JMH, each case beside the same computation in PyTorch. {@link org.espalier.bench.SideBySide} runs both in one sitting:
 * {@code mvn -pl framework/bench exec:exec -Dcases='matmul.*' -Dthreads=1,2}.
 */
package org.espalier.bench;
