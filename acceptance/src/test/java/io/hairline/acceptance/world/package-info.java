/**
 * The processes that the tests torment, and the hands to do it: instances to kill, a head office to speak as, an API to
 * call, topics to read.
 */
@NullMarked
package io.hairline.acceptance.world;

import org.jspecify.annotations.NullMarked;
