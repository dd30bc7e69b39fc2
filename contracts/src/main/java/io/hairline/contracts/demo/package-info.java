/**
 * The demo franchise as every service knows it: the same ids everywhere, computed and never asked for.
 */
@NullMarked
package io.hairline.contracts.demo;

import org.jspecify.annotations.NullMarked;
