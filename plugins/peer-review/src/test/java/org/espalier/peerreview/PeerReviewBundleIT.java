package org.espalier.peerreview;

import org.espalier.testkit.BundleContract;

class PeerReviewBundleIT extends BundleContract {
}
