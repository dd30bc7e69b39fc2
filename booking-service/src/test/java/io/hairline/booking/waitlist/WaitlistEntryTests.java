package io.hairline.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.booking.waitlist.WaitlistEntry.SlotPreferences;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferEnded;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitlistEntryTests {

    private static final Instant NOW = Instant.parse("2027-03-02T10:00:00Z");
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final LocalDate DAY = LocalDate.parse("2027-03-09");
    private static final SlotPreferences PREFERENCES = new SlotPreferences(
            "TOUCH_UP",
            List.of(CLINIC),
            DAY,
            DAY.plusDays(6),
            List.of(DayOfWeek.TUESDAY),
            LocalTime.of(9, 0),
            LocalTime.of(12, 0));

    private static WaitlistEntry waiting() {
        return WaitlistEntry.join(
                        new WaitlistEntryId(Ids.next(WaitlistEntryId.PREFIX)),
                        new ClientId(Ids.next(ClientId.PREFIX)),
                        PREFERENCES,
                        "desk",
                        NOW)
                .next();
    }

    private static Offer offer() {
        Instant startsAt = Instant.parse("2027-03-09T10:00:00Z");
        return new Offer(
                new OfferId(Ids.next(OfferId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                new AppointmentSlot(
                        CLINIC,
                        new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                        new ChairId(Ids.next(ChairId.PREFIX)),
                        "TOUCH_UP",
                        startsAt,
                        startsAt.plusSeconds(7_200),
                        LocalDateTime.parse("2027-03-09T10:00"),
                        "Europe/London"),
                NOW,
                NOW.plus(Duration.ofMinutes(30)),
                Offer.Status.OPEN,
                List.of());
    }

    @Test
    void wishesForDaysAndTimesOfTheClinic() {
        assertThat(PREFERENCES.fits(CLINIC, DAY.atTime(9, 0))).isTrue();
        assertThat(PREFERENCES.fits(CLINIC, DAY.atTime(12, 0))).isTrue();
        assertThat(PREFERENCES.fits(CLINIC, DAY.atTime(8, 45))).isFalse();
        assertThat(PREFERENCES.fits(CLINIC, DAY.atTime(12, 15))).isFalse();
        assertThat(PREFERENCES.fits(CLINIC, DAY.plusDays(1).atTime(9, 0))).isFalse();
        assertThat(PREFERENCES.fits(CLINIC, DAY.plusDays(7).atTime(9, 0))).isFalse();
        assertThat(PREFERENCES.fits(new ClinicId(Ids.next(ClinicId.PREFIX)), DAY.atTime(9, 0)))
                .isFalse();
    }

    @Test
    void acceptsAnOfferOnceAndInTime() {
        Offer offer = offer();
        WaitlistEntry offered = waiting().offer(offer).next();

        assertThatThrownBy(() -> offered.accept(offer.id(), offer.expiresAt()))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("offer-gone"));
        WaitlistEntry accepted =
                offered.accept(offer.id(), offer.expiresAt().minusMillis(1)).next();
        assertThat(accepted.status()).isEqualTo(WaitlistEntry.Status.BOOKED);
        assertThat(accepted.taken())
                .isNotNull()
                .extracting(WaitlistEntry.Taken::minutes)
                .isEqualTo(120L);
        assertThatThrownBy(() -> accepted.accept(offer.id(), NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("offer-gone"));
    }

    @Test
    void goesOnWaitingWhenSomebodyElseWasFaster() {
        Offer offer = offer();
        WaitlistEntry offered = waiting().offer(offer).next();

        var ended = offered.end(offer.appointmentId(), Offer.Status.GONE);

        assertThat(ended.event())
                .isInstanceOfSatisfying(
                        WaitlistOfferEnded.class,
                        it -> assertThat(it.reasonCode()).isEqualTo("GONE"));
        assertThat(ended.next().status()).isEqualTo(WaitlistEntry.Status.WAITING);
        assertThat(ended.next().end(offer.appointmentId(), Offer.Status.EXPIRED).event())
                .isNull();
    }

    @Test
    void endsItsOffersWhenTheClientLeaves() {
        WaitlistEntry left = waiting().offer(offer()).next().leave("WITHDRAWN").next();

        assertThat(left.offers()).extracting(Offer::status).containsExactly(Offer.Status.GONE);
        assertThat(left.leave("OVER").event()).isNull();
        assertThat(left.offer(offer()).event()).isNull();
    }
}
