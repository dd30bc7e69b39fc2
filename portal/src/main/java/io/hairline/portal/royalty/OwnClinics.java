package io.hairline.portal.royalty;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.SignedInUser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The clinics whose money somebody may see: the manager's own, those of the region, for head office all. */
final class OwnClinics {

    private OwnClinics() {}

    static Set<String> ids(SignedInUser user, List<Clinic> clinics) {
        return of(user, clinics).stream().map(Clinic::id).collect(Collectors.toSet());
    }

    static List<Clinic> of(SignedInUser user, List<Clinic> clinics) {
        return clinics.stream()
                .filter(it -> user.managesClinic(it.id()) || user.isOfRegion(it.regionId()))
                .toList();
    }
}
