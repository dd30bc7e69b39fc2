/**
 * What happens in the chair, from sitting down to the record of what went under which skin, out of which lot.
 * Completing one draws its lots, closes its plan and plans the touch-up, all or nothing.
 * Emits {@code SessionStarted}, {@code SessionStartUndone}, {@code SessionCompleted} and {@code SessionAddendumAdded}.
 */
@NullMarked
package io.hairline.treatment.session;

import org.jspecify.annotations.NullMarked;
