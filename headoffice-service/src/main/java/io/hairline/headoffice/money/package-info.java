/** Sums of money as whole numbers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.headoffice.money;

import org.jspecify.annotations.NullMarked;
