/**
 * Two years of the demo franchise, told to the running services through their public interface as of the days on which
 * they happened.
 */
@NullMarked
package io.hairline.launcher.history;

import org.jspecify.annotations.NullMarked;
