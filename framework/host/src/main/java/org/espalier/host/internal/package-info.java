/**
 * The commands {@code run} and {@code batch}: they parse, call the services of core, and render; both share how plans are made, how runs are
 * attended, and what an exit code means.
 */
package org.espalier.host.internal;
