package io.hairline.headoffice.clinic;

import org.jspecify.annotations.Nullable;

/**
 * How a clinic is called and found; everything in it can be corrected.
 *
 * @param address of the premises, one line
 * @param phone of the front desk, E.164
 */
public record ClinicDetails(
        String name, @Nullable String address, @Nullable String phone, double latitude, double longitude) {}
