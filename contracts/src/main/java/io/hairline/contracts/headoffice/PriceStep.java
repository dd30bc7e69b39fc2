package io.hairline.contracts.headoffice;

import io.hairline.contracts.Money;

/**
 * What more of something adds to a price.
 *
 * @param from the first number of zones, or of dots per square centimetre, that it is added for
 * @param extra instead of what the steps below it add
 */
public record PriceStep(int from, Money extra) {}
