/**
 * A client's own pages: her course from the consultation to the touch-up, what to sign before a visit, her messages, and
 * booking, moving and cancelling by herself.
 */
@NullMarked
package io.hairline.portal.client;

import org.jspecify.annotations.NullMarked;
