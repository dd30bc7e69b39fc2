/**
 * What the tests of every service share, as the kit's test-jar: tokens, real servers, calls, the house style.
 */
@NullMarked
package io.hairline.kit.testing;

import org.jspecify.annotations.NullMarked;
