package io.hairline.portal.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Who a line of a table may be.
 *
 * @param id absent where the reader may not know the client
 */
record LikelyClient(
        long line, @Nullable String id, @Nullable String name) {}
