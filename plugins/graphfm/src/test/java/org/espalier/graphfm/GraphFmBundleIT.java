package org.espalier.graphfm;

import org.espalier.testkit.BundleContract;

class GraphFmBundleIT extends BundleContract {
}
