/**
 * A maker's batch that may not be used any more, in any clinic: who was treated with it, who has some left, who knows.
 * A recall is one document; a lot is usable only if none names its batch. Emits {@code PigmentLotRecalled},
 * {@code RecallNoticeOpened} and {@code RecallAcknowledged}, by which clients are told.
 */
@NullMarked
package io.hairline.treatment.recall;

import org.jspecify.annotations.NullMarked;
