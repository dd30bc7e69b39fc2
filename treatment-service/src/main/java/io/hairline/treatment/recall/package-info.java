/**
 * A maker's batch that may not be used any more, in any clinic: who was treated with it, who has some left, who knows.
 * {@code RecallTracing} follows it to sessions, patch tests, clients and clinics. A recall is one document; a lot is usable only if none in force names its batch, so withdrawing one gives the stock back
 * as it was. Emits {@code PigmentLotRecalled}, {@code PigmentLotRecallWithdrawn}, {@code RecallNoticeOpened},
 * {@code RecallAcknowledged} and {@code RecallNoticeWithdrawn}, by which clients are told, and {@code RecallNoticeClosed} for who
 * can't be told any more.
 */
@NullMarked
package io.hairline.treatment.recall;

import org.jspecify.annotations.NullMarked;
