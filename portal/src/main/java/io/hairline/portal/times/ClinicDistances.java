package io.hairline.portal.times;

import io.hairline.portal.brand.Clinic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each clinic is from the place that was asked for, in kilometres; empty without such a place. */
record ClinicDistances(Map<String, Double> kilometres) {

    static ClinicDistances none() {
        return new ClinicDistances(Map.of());
    }

    /** @param place latitude and longitude in degrees with a comma between; anything else is near to nothing */
    static ClinicDistances to(String place, List<Clinic> clinics) {
        String[] parts = place.split(",", -1);
        try {
            double latitude = Double.parseDouble(parts[0]);
            double longitude = Double.parseDouble(parts[parts.length - 1]);
            return new ClinicDistances(
                    clinics.stream().collect(Collectors.toMap(Clinic::id, it -> it.kilometresTo(latitude, longitude))));
        } catch (NumberFormatException _) {
            return none();
        }
    }

    @Nullable Long of(String clinic) {
        Double distance = kilometres.get(clinic);
        return distance == null ? null : Math.round(distance);
    }
}
