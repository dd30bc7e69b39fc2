/**
 * The waitlist: the client's page to join it and to answer offers, and the clinic's queue.
 */
@NullMarked
package io.hairline.portal.waitlist;

import org.jspecify.annotations.NullMarked;
