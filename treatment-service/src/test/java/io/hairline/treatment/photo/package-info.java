@NullMarked
package io.hairline.treatment.photo;

import org.jspecify.annotations.NullMarked;
