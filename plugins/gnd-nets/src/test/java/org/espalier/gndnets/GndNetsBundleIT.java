package org.espalier.gndnets;

import org.espalier.testkit.BundleContract;

class GndNetsBundleIT extends BundleContract {
}
