/**
 * What goes under the skin, batch by batch, and the needles: received by a clinic, drawn by its sessions.
 * Nothing is drawn that isn't there or is past its day. Emits {@code LotReceived} and {@code LotDrawn}.
 */
@NullMarked
package io.hairline.treatment.lot;

import org.jspecify.annotations.NullMarked;
