/**
 * The brand's one base of clients: registration, search, suspicion of duplicates.
 * Emits ClientRegistered, ClientContactChanged, DuplicateSuspected.
 */
@NullMarked
package io.hairline.booking.client;

import org.jspecify.annotations.NullMarked;
