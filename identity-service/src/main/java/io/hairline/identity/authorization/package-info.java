/** What each device was given at its log-in, sealed in the database, and ended at once where that is needed. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.identity.authorization;

import org.jspecify.annotations.NullMarked;
