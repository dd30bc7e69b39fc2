/** How long a colour lasts, and the reasons why it lasts shorter or longer. */
@NullMarked
package io.hairline.treatment.touchup.forecast;

import org.jspecify.annotations.NullMarked;
