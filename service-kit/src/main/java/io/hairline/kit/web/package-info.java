/**
 * HTTP as every service speaks it: problems, pages, preconditions, repeats of a request.
 */
@NullMarked
package io.hairline.kit.web;

import org.jspecify.annotations.NullMarked;
