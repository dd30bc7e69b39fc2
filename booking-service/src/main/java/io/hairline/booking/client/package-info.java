/**
 * The brand's one base of clients: registration, search, suspicion of duplicates.
 * Emits ClientRegistered, which also names clients who may be the same person.
 */
@NullMarked
package io.hairline.booking.client;

import org.jspecify.annotations.NullMarked;
