/** Graph neural diffusion networks and the graph convolutional network they are compared with. */
package org.espalier.gndnets.internal.model;
