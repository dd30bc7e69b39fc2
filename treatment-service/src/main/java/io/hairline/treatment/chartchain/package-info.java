/**
 * Evidence that signed records are as they were signed: each client's form a chain of hashes over what is stored, and its
 * ends are sealed every hour into an event, which lies on Kafka too.
 * Emits {@code ChartHeadsSealed}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.treatment.chartchain;

import org.jspecify.annotations.NullMarked;
