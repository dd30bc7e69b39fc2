/** Writes what was signed and decided as PDF, for people who keep it on paper or hand it to an authority. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.treatment.document;

import org.jspecify.annotations.NullMarked;
