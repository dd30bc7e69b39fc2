package io.hairline.contracts.treatment;

import io.hairline.contracts.Money;

/**
 * One session of a plan.
 */
public record PlannedSession(String serviceCode, Money price) {}
