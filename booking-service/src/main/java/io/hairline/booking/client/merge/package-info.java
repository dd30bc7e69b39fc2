/**
 * Records of one person are merged, and merges undone.
 * Emits ClientMerged and ClientUnmerged.
 */
@NullMarked
package io.hairline.booking.client.merge;

import org.jspecify.annotations.NullMarked;
