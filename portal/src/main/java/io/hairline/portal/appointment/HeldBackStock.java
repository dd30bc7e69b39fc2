package io.hairline.portal.appointment;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import java.util.List;
import java.util.Map;

/** What a clinic has and may not use, so that nobody is received for a treatment. */
record HeldBackStock(String kindCode, String reasonCode) {

    private static final List<String> WITHOUT_NEEDLE = List.of("CONSULTATION", "PATCH_TEST");

    /** Nothing for an appointment that isn't received any more, or needs no material. */
    static List<HeldBackStock> inTheWayOf(Appointment it, CallerApis seen) {
        if (!it.can("CHECK_IN") || WITHOUT_NEEDLE.contains(it.serviceCode())) {
            return List.of();
        }
        return PagePart.of(() ->
                        seen.booking().list(HeldBackStock.class, "/held-back-stock", Map.of("clinicId", it.clinicId())))
                .or(List.of());
    }

    public String words() {
        return CodeLabels.label("stock.held", kindCode + "." + reasonCode);
    }
}
