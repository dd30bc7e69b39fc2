/** Requests to erase a client's data: the client's own, and those that the clinic's manager follows. */
@NullMarked
package io.hairline.portal.erasure;

import org.jspecify.annotations.NullMarked;
