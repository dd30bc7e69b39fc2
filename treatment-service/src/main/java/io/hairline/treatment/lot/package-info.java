/**
 * What goes under the skin, batch by batch, and the needles: received by a clinic, drawn by its sessions.
 * One batch is one lot in a clinic, however it is typed. Nothing is drawn that isn't there, or that was past its day, held back or
 * recalled when the session began, unless it may be used again when the session is signed. Emits {@code LotReceived},
 * {@code LotReplenished}, {@code LotOpened}, {@code LotDrawn}, {@code LotCorrected}, {@code LotQuarantined}, {@code LotReleased},
 * {@code LotTransferred} and {@code LotDisposed}.
 */
@NullMarked
package io.hairline.treatment.lot;

import org.jspecify.annotations.NullMarked;
