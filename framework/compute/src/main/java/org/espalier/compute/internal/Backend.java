package org.espalier.compute.internal;

import org.espalier.api.compute.Device;

/** Something that drives a device. */
interface Backend {
    /** Starts it at the first call and tries it out. Never throws: a device that does not work says why. */
    Device device();
}
