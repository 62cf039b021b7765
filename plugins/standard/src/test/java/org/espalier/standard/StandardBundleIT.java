package org.espalier.standard;

import org.espalier.testkit.BundleContract;

class StandardBundleIT extends BundleContract {
}
