package io.hairline.treatment;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;

/**
 * A clinic in London that charges pounds, with one person in each role.
 *
 * @param artist a practitioner's log-in; {@code practitioner} is the same person in the diary
 */
public record TestClinic(
        ClinicId id,
        RegionId region,
        PractitionerId practitioner,
        String manager,
        String desk,
        String artist,
        String regionManager) {}
