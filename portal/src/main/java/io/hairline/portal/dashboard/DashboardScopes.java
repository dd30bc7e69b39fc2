package io.hairline.portal.dashboard;

import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Region;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.SignedInUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the scopes of dashboards are called, what day it is in them, and which of them a reader can choose. */
@Component
class DashboardScopes {

    private final Catalogue catalogue;
    private final BusinessTime time;

    DashboardScopes(Catalogue catalogue, BusinessTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    /** The latest local day among the clinics that are looked at, so that nothing of today is left out. */
    LocalDate today(DashboardScope scope) {
        Instant now = time.now();
        return clinicsOf(scope).stream()
                .map(it -> LocalDate.ofInstant(now, it.zoneId()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    List<Clinic> clinicsOf(DashboardScope scope) {
        return catalogue.clinics().stream()
                .filter(it -> scope.isBrand()
                        || it.id().equals(scope.clinic())
                        || it.regionId().equals(scope.region()))
                .toList();
    }

    String place(DashboardScope scope) {
        if (scope.clinic() != null) {
            return catalogue.clinicName(scope.clinic());
        }
        return scope.region() == null ? Texts.text("place.brand") : catalogue.regionName(scope.region());
    }

    List<Region> regions(SignedInUser user) {
        return catalogue.regions().stream()
                .filter(it -> user.isBrand() || user.isOfRegion(it.id()))
                .toList();
    }

    List<Clinic> clinics(SignedInUser user) {
        return catalogue.clinics().stream()
                .filter(it -> user.hasToDoWith(it.id(), it.regionId()))
                .toList();
    }
}
