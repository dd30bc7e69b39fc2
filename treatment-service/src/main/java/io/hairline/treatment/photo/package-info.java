/**
 * Photos of clients' scalps, sealed under each client's own key and streamed in and out.
 * Emits {@code PhotoTaken} and {@code PhotoWithdrawn}.
 */
@NullMarked
package io.hairline.treatment.photo;

import org.jspecify.annotations.NullMarked;
