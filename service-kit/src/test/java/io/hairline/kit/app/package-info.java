/** The kit as a service has it: one Spring context, real HTTP, a binding on a real topic. */
@NullMarked
package io.hairline.kit.app;

import org.jspecify.annotations.NullMarked;
