/**
 * Consumes events of other services: one transaction per poll, repeats and gaps known by the inbox, failures parked.
 * A capability implements {@code EventConsumer}; nothing else has to know about Kafka.
 */
@NullMarked
package io.hairline.kit.consumer;

import org.jspecify.annotations.NullMarked;
