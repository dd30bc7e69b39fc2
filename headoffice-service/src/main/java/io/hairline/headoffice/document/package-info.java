/** Documents that people keep or send on. */
@NullMarked
package io.hairline.headoffice.document;

import org.jspecify.annotations.NullMarked;
