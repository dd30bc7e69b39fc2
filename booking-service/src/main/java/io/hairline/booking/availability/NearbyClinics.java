package io.hairline.booking.availability;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.kit.Refusal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;
import org.springframework.stereotype.Component;

/** Finds the clinics within a distance of a place that a caller names. */
@Component
public class NearbyClinics {

    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,9})?),(-?\\d{1,3}(?:\\.\\d{1,9})?)");
    private static final int FURTHEST_KM = 1_000;

    private final ReferenceData referenceData;

    NearbyClinics(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /**
     * Reads a place.
     *
     * @param field the caller's name for it
     * @param near latitude and longitude in degrees, parted by a comma
     */
    public static GeoJsonPoint place(String field, String near) {
        Matcher place = PLACE.matcher(near);
        if (!place.matches()) {
            throw notAPlace(field);
        }
        double latitude = Double.parseDouble(place.group(1));
        double longitude = Double.parseDouble(place.group(2));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw notAPlace(field);
        }
        return new GeoJsonPoint(longitude, latitude);
    }

    /** Nearest first; refused for what is no distance. */
    public List<Clinic> find(GeoJsonPoint place, double radiusKm, int most) {
        if (!(radiusKm > 0 && radiusKm <= FURTHEST_KM)) {
            throw Refusal.input("radiusKm", "must be more than 0 and at most 1000");
        }
        return referenceData.clinicsNear(place.getY(), place.getX(), radiusKm, most);
    }

    private static Refusal notAPlace(String field) {
        return Refusal.input(field, "must be latitude,longitude in degrees, such as 52.52,13.40");
    }
}
