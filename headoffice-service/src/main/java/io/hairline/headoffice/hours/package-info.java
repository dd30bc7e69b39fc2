/**
 * Weekly hours and days as requests send them, for clinics and for the rotas of practitioners: what overlaps or lies outside
 * the years that a plan can be about is refused by its field.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.headoffice.hours;

import org.jspecify.annotations.NullMarked;
