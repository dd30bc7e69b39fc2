/**
 * Sends the event log to Kafka, at least once, an aggregate's first appearances in order.
 * One instance per service leads; it also sends the ticks that tell how far a service has been heard.
 */
@NullMarked
package io.hairline.kit.relay;

import org.jspecify.annotations.NullMarked;
