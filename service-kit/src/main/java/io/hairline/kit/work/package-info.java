/**
 * Work that falls due at an instant of business time: claimed by any instance, done once.
 */
@NullMarked
package io.hairline.kit.work;

import org.jspecify.annotations.NullMarked;
