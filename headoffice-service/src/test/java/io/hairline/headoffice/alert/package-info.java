@NullMarked
package io.hairline.headoffice.alert;

import org.jspecify.annotations.NullMarked;
