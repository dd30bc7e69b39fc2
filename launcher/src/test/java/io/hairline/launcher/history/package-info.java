@NullMarked
package io.hairline.launcher.history;

import org.jspecify.annotations.NullMarked;
