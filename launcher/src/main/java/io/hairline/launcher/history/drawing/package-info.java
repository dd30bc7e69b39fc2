/** Pictures of scalps, drawn by code for the demo. */
@NullMarked
package io.hairline.launcher.history.drawing;

import org.jspecify.annotations.NullMarked;
