@NullMarked
package io.hairline.contracts.headoffice;

import org.jspecify.annotations.NullMarked;
