package io.hairline.portal.dashboard;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parts of what a dashboard shows, each in a few numbers: of the brand its regions, of a region its clinics. */
@Component
class DashboardSummaries {

    private static final List<String> FEW = List.of("revenue", "bookings", "sessions", "utilisation");

    private final Catalogue catalogue;

    DashboardSummaries(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A region or clinic in a few numbers. */
    record Glance(String name, String link, String id, PagePart<Dashboard> numbers) {
        public List<Tile> few() {
            return numbers.value() == null
                    ? List.of()
                    : FEW.stream()
                            .flatMap(it -> numbers.value().of(it, null).stream())
                            .toList();
        }
    }

    List<Glance> of(DashboardScope scope, DashboardPeriod period, CallerApis mine) {
        if (scope.clinic() != null) {
            return List.of();
        }
        List<Glance> empty = scope.isBrand()
                ? catalogue.regions().stream()
                        .map(it -> glance(it.name(), "regionId", it.id(), period))
                        .toList()
                : catalogue.clinics().stream()
                        .filter(it -> it.regionId().equals(scope.region()))
                        .map(it -> glance(it.name(), "clinicId", it.id(), period))
                        .toList();
        return ParallelCalls.each(
                empty,
                it -> new Glance(
                        it.name(),
                        it.link(),
                        it.id(),
                        PagePart.of(() -> Dashboard.read(
                                mine,
                                period,
                                scope.isBrand()
                                        ? new DashboardScope(it.id(), null)
                                        : new DashboardScope(null, it.id())))));
    }

    private static Glance glance(String name, String parameter, String id, DashboardPeriod period) {
        return new Glance(
                name, "/dashboard?" + parameter + "=" + id + "&" + period.link(), id, new PagePart<>(null, null));
    }
}
