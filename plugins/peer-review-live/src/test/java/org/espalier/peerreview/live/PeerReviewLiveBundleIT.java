package org.espalier.peerreview.live;

import java.util.List;

import org.espalier.peerreview.live.internal.review.Pool;
import org.espalier.testkit.BundleContract;

class PeerReviewLiveBundleIT extends BundleContract {
    /** A pool cannot be made without a pool file. */
    @Override
    protected void use(List<Class<?>> extensions) throws Exception {
        super.use(extensions.stream().filter(extension -> !extension.getName().equals(Pool.class.getName())).toList());
    }
}
