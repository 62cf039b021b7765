/**
 * Graph neural diffusion networks and the methods they are compared with. {@link org.espalier.gndnets.internal.model.NodeModel} is what all that are
 * trained share, {@link org.espalier.gndnets.internal.model.Spreading} what those do that are not.
 */
package org.espalier.gndnets.internal.model;
