package io.hairline.portal.waitlist;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place on the waitlist, as booking tells it. */
public record WaitlistEntry(
        String id,
        String status,
        String clientId,
        String serviceCode,
        List<String> clinicIds,
        LocalDate from,
        LocalDate to,
        OffsetDateTime joinedAt,
        List<Offer> offers,
        @Nullable String appointmentId) {

    /** The place that is offered. */
    public record OfferedSlot(
            String clinicId, String practitionerId, OffsetDateTime startsAt, LocalDateTime localStart, String zone) {}

    /** A slot that came free. */
    public record Offer(String id, OfferedSlot slot, OffsetDateTime expiresAt, String status, List<String> reasons) {

        public boolean isOpen() {
            return "OPEN".equals(status);
        }

        public String when() {
            return Texts.text(
                    "when",
                    Texts.day(slot.localStart().toLocalDate()),
                    Texts.time(slot.localStart().toLocalTime()));
        }

        /** By the clinic's clock. */
        public String until() {
            return Texts.time(
                    expiresAt.atZoneSameInstant(ZoneId.of(slot.zone())).toLocalTime());
        }

        public String statusWords() {
            return CodeLabels.label("offer", status);
        }

        public String reasonWords() {
            return reasons.stream()
                    .map(it -> CodeLabels.label("offer.reason", it))
                    .collect(Collectors.joining(", "));
        }
    }

    public boolean isWaiting() {
        return "WAITING".equals(status);
    }

    public String service() {
        return CodeLabels.service(serviceCode);
    }

    public String days() {
        return Texts.text("waitlist.days", Texts.date(from), Texts.date(to));
    }

    public String since() {
        return Texts.date(joinedAt.toLocalDate());
    }

    public List<Offer> openOffers() {
        return offers.stream().filter(Offer::isOpen).toList();
    }

    /** What was offered and came to nothing, the latest few. */
    public List<Offer> pastOffers() {
        return offers.stream().filter(it -> !it.isOpen()).limit(3).toList();
    }
}
