/**
 * The parts of a report page: its sections as HTML, its drawing data as one JSON block, and the service that writes it when a run ends.
 */
package org.espalier.report.html.internal;
