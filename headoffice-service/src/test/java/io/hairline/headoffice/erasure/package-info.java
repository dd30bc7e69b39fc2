@NullMarked
package io.hairline.headoffice.erasure;

import org.jspecify.annotations.NullMarked;
