/** What identity tells. */
@NullMarked
package io.hairline.contracts.identity;

import org.jspecify.annotations.NullMarked;
