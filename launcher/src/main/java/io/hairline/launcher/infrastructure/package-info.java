/**
 * The real servers that Hairline stands on, MongoDB and Kafka, for a person's machine and for tests. Tests ask {@link
 * io.hairline.launcher.infrastructure.TestInfrastructure} and needn't care whether a container or a child process
 * answers.
 */
@NullMarked
package io.hairline.launcher.infrastructure;

import org.jspecify.annotations.NullMarked;
