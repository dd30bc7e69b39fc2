/** The smallest aggregate there is, and a database and topic of its own for each test that wants them. */
@NullMarked
package io.hairline.kit.counter;

import org.jspecify.annotations.NullMarked;
