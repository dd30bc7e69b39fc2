/**
 * What a chart says is readable with the service's own key alone; who has only the database has nothing.
 * Each sealed part is bound to its client, its record and its field, and opens nowhere else.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.treatment.encryption;

import org.jspecify.annotations.NullMarked;
