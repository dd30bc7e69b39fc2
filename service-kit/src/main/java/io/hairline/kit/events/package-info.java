/**
 * State and its event, written in one MongoDB transaction.
 * A use case runs inside {@code EventLog.record}; the {@code events} collection is outbox, audit trail and source of replay.
 */
@NullMarked
package io.hairline.kit.events;

import org.jspecify.annotations.NullMarked;
