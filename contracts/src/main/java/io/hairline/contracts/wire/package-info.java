/** How facts travel: names of types, headers and topics. */
@NullMarked
package io.hairline.contracts.wire;

import org.jspecify.annotations.NullMarked;
