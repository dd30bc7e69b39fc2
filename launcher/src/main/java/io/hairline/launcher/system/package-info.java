/**
 * The whole of Hairline on one machine: which processes, on which ports, with which settings, started together or not
 * at all. {@link io.hairline.launcher.system.Service} is the table to read first.
 */
@NullMarked
package io.hairline.launcher.system;

import org.jspecify.annotations.NullMarked;
