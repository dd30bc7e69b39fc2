/**
 * Where log-ins and half-filled forms are kept between two requests, so that several portals share them and a portal that is killed
 * loses none.
 */
@NullMarked
package io.hairline.portal.sessionstore;

import org.jspecify.annotations.NullMarked;
