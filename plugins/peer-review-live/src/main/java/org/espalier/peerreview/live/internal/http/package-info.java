/** Talking to OpenAI-compatible chat endpoints: pace, retries, counting, and keys that are never shown. */
package org.espalier.peerreview.live.internal.http;
