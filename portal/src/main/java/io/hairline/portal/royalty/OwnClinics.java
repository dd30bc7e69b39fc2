package io.hairline.portal.royalty;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.SignedInUser;
import io.hairline.portal.session.SignedInUser.Role;
import java.util.List;

/** The clinics whose royalties somebody may see: the manager's own, those of the region, for head office all. */
final class OwnClinics {

    private OwnClinics() {}

    static List<Clinic> of(SignedInUser user, List<Clinic> clinics) {
        return clinics.stream()
                .filter(it -> user.managesClinic(it.id())
                        || user.roles().stream().map(Role::regionId).anyMatch(it.regionId()::equals))
                .toList();
    }
}
