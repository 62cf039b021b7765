/** Files of datasets: where they lie, whether they are the published ones, and how they come here. */
package org.espalier.core.internal.files;
