/**
 * Small general models.
 */
package org.espalier.standard.internal.model;
