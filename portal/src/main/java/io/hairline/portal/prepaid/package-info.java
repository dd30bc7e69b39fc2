/**
 * The desk sells gift cards and prepaid credit, and tells what is left on a card.
 */
@NullMarked
package io.hairline.portal.prepaid;

import org.jspecify.annotations.NullMarked;
