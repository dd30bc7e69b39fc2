/**
 * Requests of clients to be erased: booking erases its part at once, the other services theirs, and the report gathers it.
 * What the law keeps is removed when its time is over.
 * Emits ErasureRequested, ClientErased, ErasureAnswered and KeptDataRemoved; hears ClientDataErased of every other service.
 */
@NullMarked
package io.hairline.booking.client.erasure;

import org.jspecify.annotations.NullMarked;
