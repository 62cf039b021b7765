/** Record components as parameters, and layers of values. */
package org.espalier.core.internal.config;
