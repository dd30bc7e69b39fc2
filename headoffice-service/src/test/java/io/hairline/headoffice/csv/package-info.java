@NullMarked
package io.hairline.headoffice.csv;

import org.jspecify.annotations.NullMarked;
