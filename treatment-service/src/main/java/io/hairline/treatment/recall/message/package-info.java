/**
 * When and how each client was told of a recall: what became of the messages that a notice brought about. Hears
 * {@code MessageSent}, {@code MessageDelivered} and what else ends a message.
 */
@NullMarked
package io.hairline.treatment.recall.message;

import org.jspecify.annotations.NullMarked;
