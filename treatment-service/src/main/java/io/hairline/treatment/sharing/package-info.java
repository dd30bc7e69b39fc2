/**
 * How a client opens the chart to a clinic, and how a clinic opens it in an emergency.
 * Emits {@code SharingPassGiven}, {@code SharingPassRevoked} and {@code EmergencyAccessOpened}, by which the client and the
 * region are told.
 */
@NullMarked
package io.hairline.treatment.sharing;

import org.jspecify.annotations.NullMarked;
