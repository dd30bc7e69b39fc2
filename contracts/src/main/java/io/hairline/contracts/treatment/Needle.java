package io.hairline.contracts.treatment;

import io.hairline.contracts.LotId;

/**
 * The needle of a session, used once.
 *
 * @param configuration such as {@code 3RL}
 */
public record Needle(String configuration, LotId lotId) {}
