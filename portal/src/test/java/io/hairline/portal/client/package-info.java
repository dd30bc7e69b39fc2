/** What a client is shown of the course. */
@NullMarked
package io.hairline.portal.client;

import org.jspecify.annotations.NullMarked;
