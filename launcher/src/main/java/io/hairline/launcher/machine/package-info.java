/**
 * The machine underneath: the project's folder, its secrets, ports and child processes. Nothing in here knows what
 * Hairline is.
 */
@NullMarked
package io.hairline.launcher.machine;

import org.jspecify.annotations.NullMarked;
