/**
 * What a session costs by the catalogue: its zones, their density and numbing, each a part of the price that the client
 * reads.
 */
@NullMarked
package io.hairline.treatment.pricing;

import org.jspecify.annotations.NullMarked;
