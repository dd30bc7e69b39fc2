/**
 * The main flow of the brand, walked through the public entrance: what `hairline tour` shows and what the acceptance
 * tests hold the running system to.
 */
@NullMarked
package io.hairline.launcher.tour;

import org.jspecify.annotations.NullMarked;
