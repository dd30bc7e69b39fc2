/** The claims of the machine package that a person's data and other people's processes depend on. */
@NullMarked
package io.hairline.launcher.machine;

import org.jspecify.annotations.NullMarked;
