/** The table of what runs, checked against the container set-up that claims to run the same. */
@NullMarked
package io.hairline.launcher.system;

import org.jspecify.annotations.NullMarked;
