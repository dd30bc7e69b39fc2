/**
 * Requests of clients to be erased: booking erases its part at once, the other services theirs, and the report gathers it.
 * Emits ErasureRequested, ClientErased and ErasureAnswered; hears ClientDataErased of every other service.
 */
@NullMarked
package io.hairline.booking.client.erasure;

import org.jspecify.annotations.NullMarked;
