package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The course that was booked for a plan: what is in the diary, and its deposit. */
record PlannedCourse(
        String id, @Nullable String planId, @Nullable String status, List<Session> sessions, Deposit deposit) {

    record Deposit(Money required, Money paid) {}

    record Session(String serviceCode, @Nullable LocalDateTime localStart) {

        public String name() {
            return CodeLabels.service(serviceCode);
        }

        /** Empty while it isn't in the diary. */
        public String when() {
            return localStart == null
                    ? ""
                    : Texts.text("when", Texts.day(localStart.toLocalDate()), Texts.time(localStart.toLocalTime()));
        }
    }

    /** Whether its times are only kept until the deposit is there. */
    public boolean isHeld() {
        return "HELD".equals(status);
    }

    /** Nothing as long as no times are kept or booked. */
    static @Nullable PlannedCourse of(Api booking, String client, String plan) {
        return booking.list(PlannedCourse.class, "/courses", Map.of("clientId", client)).stream()
                .filter(it -> plan.equals(it.planId()) && !"EXPIRED".equals(it.status()))
                .findFirst()
                .orElse(null);
    }
}
