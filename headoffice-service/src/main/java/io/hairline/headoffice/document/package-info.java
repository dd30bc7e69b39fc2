/** Documents that people keep or send on. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.headoffice.document;

import org.jspecify.annotations.NullMarked;
