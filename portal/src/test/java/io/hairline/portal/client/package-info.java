/** What a client is shown of her course. */
@NullMarked
package io.hairline.portal.client;

import org.jspecify.annotations.NullMarked;
