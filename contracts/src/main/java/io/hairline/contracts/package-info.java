/**
 * What services say to each other. One sealed interface per service, one record per event, and the ids they carry.
 * No names of clients, no contacts, no free text and no clinical words travel in an event.
 */
@NullMarked
package io.hairline.contracts;

import org.jspecify.annotations.NullMarked;
