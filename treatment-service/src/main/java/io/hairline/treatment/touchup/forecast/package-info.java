/** How long a colour lasts, and the reasons why it lasts shorter or longer. */
@NamedInterface("forecast")
@NullMarked
package io.hairline.treatment.touchup.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
