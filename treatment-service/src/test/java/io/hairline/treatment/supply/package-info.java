@NullMarked
package io.hairline.treatment.supply;

import org.jspecify.annotations.NullMarked;
