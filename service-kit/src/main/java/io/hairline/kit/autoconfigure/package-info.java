/**
 * Puts the kit together for a service that has it on its class path.
 */
@NullMarked
package io.hairline.kit.autoconfigure;

import org.jspecify.annotations.NullMarked;
