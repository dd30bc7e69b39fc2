package io.hairline.contracts.treatment;

import io.hairline.contracts.LotId;

/**
 * A lot that went into a session although no session might use it any more when that was signed.
 *
 * @param statusCode why: {@code QUARANTINED}, {@code RECALLED}, {@code EXPIRED} or {@code DISPOSED}
 */
public record HeldLot(LotId lotId, String statusCode) {}
