/** What reviewers are told, and how their replies are read (section 2 of the specification, arXiv 2402.01830). */
package org.espalier.peerreview.live.internal.prompt;
