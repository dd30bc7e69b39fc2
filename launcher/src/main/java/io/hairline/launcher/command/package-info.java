/**
 * What a person types after {@code ./hairline}: each command one class, plain sentences, an exit code that tells the
 * truth.
 */
@NullMarked
package io.hairline.launcher.command;

import org.jspecify.annotations.NullMarked;
