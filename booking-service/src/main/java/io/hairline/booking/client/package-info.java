/**
 * The brand's one base of clients: registration, search, suspicion of duplicates.
 * Emits ClientRegistered, which also says whom she may be already.
 */
@NullMarked
package io.hairline.booking.client;

import org.jspecify.annotations.NullMarked;
