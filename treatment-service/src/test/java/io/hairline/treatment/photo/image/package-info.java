@NullMarked
package io.hairline.treatment.photo.image;

import org.jspecify.annotations.NullMarked;
