package io.hairline.portal.dashboard;

import io.hairline.portal.session.SignedInUser;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a dashboard is about: a region, a clinic, or neither for the whole brand. */
record DashboardScope(@Nullable String region, @Nullable String clinic) {

    /** What the reader chose; without a choice, what the role is for. */
    static DashboardScope of(@Nullable String regionId, @Nullable String clinicId, SignedInUser user) {
        String clinic = clinicId == null || clinicId.isBlank() ? null : clinicId;
        String region = regionId == null || regionId.isBlank() ? null : regionId;
        if (clinic != null || region != null || user.isBrand()) {
            return new DashboardScope(clinic == null ? region : null, clinic);
        }
        return user.region()
                .map(it -> new DashboardScope(it, null))
                .orElseGet(() -> new DashboardScope(null, user.clinic().orElse(null)));
    }

    public boolean isBrand() {
        return region == null && clinic == null;
    }

    /** For head office's calls. */
    Map<String, Object> query() {
        if (clinic != null) {
            return Map.of("clinicId", clinic);
        }
        return region == null ? Map.of("brand", true) : Map.of("regionId", region);
    }

    /** As a part of an address. */
    String link() {
        return query().entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("&"));
    }
}
