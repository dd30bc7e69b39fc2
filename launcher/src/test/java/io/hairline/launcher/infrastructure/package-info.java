/** The servers for tests are tested on themselves: real mongod, real broker, real limits. */
@NullMarked
package io.hairline.launcher.infrastructure;

import org.jspecify.annotations.NullMarked;
