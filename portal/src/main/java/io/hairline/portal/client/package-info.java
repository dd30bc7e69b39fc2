/**
 * A client's own pages: the course from the consultation to the touch-up, what to sign before a visit, messages, and
 * booking, moving and cancelling without the clinic.
 */
@NullMarked
package io.hairline.portal.client;

import org.jspecify.annotations.NullMarked;
