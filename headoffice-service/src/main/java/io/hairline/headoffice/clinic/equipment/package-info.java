/**
 * The chairs and devices of a clinic. Emits ChairInstalled, ChairRenamed, ChairRemoved, DeviceInstalled, DeviceRenamed,
 * DeviceRemoved.
 */
@NamedInterface("equipment")
@NullMarked
package io.hairline.headoffice.clinic.equipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
