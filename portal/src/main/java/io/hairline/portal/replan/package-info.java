/** New times for the sessions of a course that must move because another one did: for clients and for the desk. */
@NullMarked
package io.hairline.portal.replan;

import org.jspecify.annotations.NullMarked;
