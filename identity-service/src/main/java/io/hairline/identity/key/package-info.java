/**
 * Keys: the one from the environment that seals what lies in the database, and those that sign tokens.
 * Signing keys are made on the first start and shared by all instances.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.identity.key;

import org.jspecify.annotations.NullMarked;
