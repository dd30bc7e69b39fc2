package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Region;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.SignedInUser;
import java.util.List;

/** Which layer of the policy a page is about; with neither region nor clinic the brand's. */
record PolicyChoice(String regionId, String clinicId) {

    /** What the reader chose, or the first layer that they may change; the services decide again. */
    static PolicyChoice of(String regionId, String clinicId, SignedInUser user) {
        if (!user.seesNumbers()) {
            throw ApiProblem.unknown();
        }
        if (!clinicId.isBlank() || !regionId.isBlank() || user.isBrand()) {
            return new PolicyChoice(clinicId.isBlank() ? regionId : "", clinicId);
        }
        return user.region()
                .map(it -> new PolicyChoice(it, ""))
                .orElseGet(() -> new PolicyChoice("", user.clinic().orElse("")));
    }

    public boolean isBrand() {
        return regionId.isEmpty() && clinicId.isEmpty();
    }

    String place(Catalogue catalogue) {
        if (!clinicId.isEmpty()) {
            return catalogue.clinicName(clinicId);
        }
        return regionId.isEmpty() ? Texts.text("place.brand") : catalogue.regionName(regionId);
    }

    String query() {
        if (!clinicId.isEmpty()) {
            return "?clinicId=" + clinicId;
        }
        return regionId.isEmpty() ? "" : "?regionId=" + regionId;
    }

    static List<Region> regions(Catalogue catalogue, SignedInUser user) {
        return catalogue.regions().stream()
                .filter(it -> user.isBrand() || user.isOfRegion(it.id()))
                .toList();
    }

    static List<Clinic> clinics(Catalogue catalogue, SignedInUser user) {
        return catalogue.clinics().stream()
                .filter(it -> user.managesClinic(it.id()) || user.isOfRegion(it.regionId()))
                .toList();
    }
}
