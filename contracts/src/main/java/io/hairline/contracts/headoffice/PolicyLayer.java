package io.hairline.contracts.headoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A version of one layer of the policy: the brand's, a region's or a clinic's.
 *
 * @param from the first local day of a clinic on which it holds, until a version with a later day
 * @param values what it sets
 * @param locked names of the fields that the layers below can't change while it holds
 */
public record PolicyLayer(LocalDate from, PolicyValues values, List<String> locked) {

    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    public PolicyLayer {
        locked = List.copyOf(locked);
    }

    /** The earliest local day anywhere at an instant; a version from this day is in force in every clinic at once. */
    public static LocalDate atOnce(Instant now) {
        return LocalDate.ofInstant(now, LAST_ZONE);
    }

    /** The versions of a layer after one more was published, in the order of their days, without those that are over everywhere. */
    public static List<PolicyLayer> with(List<PolicyLayer> versions, PolicyLayer next, Instant now) {
        LocalDate everywhere = atOnce(now);
        LocalDate replacedUntil = next.replacesUntil(now);
        List<PolicyLayer> all = new ArrayList<>(versions.stream()
                .filter(it -> it.from().isBefore(next.from()) || it.from().isAfter(replacedUntil))
                .toList());
        all.add(next);
        all.sort(Comparator.comparing(PolicyLayer::from));
        int oldest = 0;
        while (oldest + 1 < all.size() && !all.get(oldest + 1).from().isAfter(everywhere)) {
            oldest++;
        }
        return List.copyOf(all.subList(oldest, all.size()));
    }

    /** The last of the days whose versions this one replaces: what holds at once also replaces what began today in the east. */
    public LocalDate replacesUntil(Instant now) {
        return from.equals(atOnce(now)) ? LocalDate.ofInstant(now, FIRST_ZONE) : from;
    }

    /** Whether it sets and locks the same. */
    public boolean saysTheSameAs(PolicyLayer other) {
        return values.equals(other.values) && Set.copyOf(locked).equals(Set.copyOf(other.locked));
    }

    /** The version that holds on a local day. */
    public static Optional<PolicyLayer> on(LocalDate day, List<PolicyLayer> versions) {
        return versions.stream().filter(it -> !it.from().isAfter(day)).max(Comparator.comparing(PolicyLayer::from));
    }

    /**
     * The policy that holds on a local day.
     *
     * @param base what holds where no layer says anything
     * @param layers the versions of each layer, the brand's first and the clinic's last
     */
    public static BookingPolicy effective(LocalDate day, BookingPolicy base, List<List<PolicyLayer>> layers) {
        BookingPolicy policy = base;
        Set<String> locked = new HashSet<>();
        for (List<PolicyLayer> versions : layers) {
            Optional<PolicyLayer> layer = on(day, versions);
            if (layer.isPresent()) {
                policy = layer.get().values().over(policy, locked);
                locked.addAll(layer.get().locked());
            }
        }
        return policy;
    }
}
