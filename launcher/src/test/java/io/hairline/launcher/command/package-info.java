/** Commands as a person meets them: help, mistakes, exit codes. */
@NullMarked
package io.hairline.launcher.command;

import org.jspecify.annotations.NullMarked;
