/**
 * Holds the events to their promises: what a record says, its JSON Schema, its samples and the written catalogue agree,
 * and nothing that was ever sent becomes unreadable.
 */
@NullMarked
package io.hairline.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
