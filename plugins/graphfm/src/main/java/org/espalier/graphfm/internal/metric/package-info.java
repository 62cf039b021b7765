/** How clicks are judged where the paper's protocol differs from the general metrics. */
package org.espalier.graphfm.internal.metric;
