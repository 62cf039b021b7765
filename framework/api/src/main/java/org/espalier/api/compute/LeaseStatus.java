package org.espalier.api.compute;

import java.time.Instant;
import java.util.Optional;

/**
 * One place in a device's queue.
 *
 * @param request what was asked for
 * @param device  the device asked for
 * @param asked   when
 * @param granted when it got the device; empty while it waits
 * @param held    bytes its programs hold now
 */
public record LeaseStatus(LeaseRequest request, String device, Instant asked, Optional<Instant> granted, long held) {
}
