package org.espalier.it.tiny;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions;

/** Not a measure of anything but the plugin's own version: tells which code ran. */
@MetricExtension(id = "tiny-version", title = "Version of the plugin", judges = Predictions.Values.KIND)
public final class VersionMetric implements Metric<Predictions.Values> {
    @Override
    public double of(Predictions.Values predictions) {
        try (InputStream version = VersionMetric.class.getResourceAsStream("/version.txt")) {
            return version.read() - '0';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Direction direction() {
        return Direction.values()[0];
    }
}
