@NullMarked
package io.hairline.treatment.lot.label;

import org.jspecify.annotations.NullMarked;
