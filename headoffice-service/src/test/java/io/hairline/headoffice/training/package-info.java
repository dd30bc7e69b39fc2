@NullMarked
package io.hairline.headoffice.training;

import org.jspecify.annotations.NullMarked;
