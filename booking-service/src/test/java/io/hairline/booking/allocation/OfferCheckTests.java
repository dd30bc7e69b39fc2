package io.hairline.booking.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.diary.LeadTime;
import io.hairline.booking.diary.TreatmentDay;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferCheckTests {

    private static final Instant TEN = Instant.parse("2027-03-02T10:00:00Z");
    private static final LeadTime AN_HOUR = new LeadTime(Duration.ofHours(1), null, 400);

    private static AppointmentSlot slot(String serviceCode) {
        return new AppointmentSlot(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                serviceCode,
                TEN,
                TEN.plusSeconds(7200),
                TEN.atOffset(ZoneOffset.UTC).toLocalDateTime(),
                "UTC");
    }

    @Test
    void refusesAStartWithinTheLeadTime() {
        assertThat(OfferCheck.tooLate(slot("TOUCH_UP"), AN_HOUR, TEN.minus(Duration.ofHours(1))))
                .isEmpty();
        assertThat(OfferCheck.tooLate(slot("TOUCH_UP"), AN_HOUR, TEN.minus(Duration.ofMinutes(59))))
                .map(Refusal::slug)
                .contains("too-late");
    }

    @Test
    void refusesATreatmentBeforeTheScalpHasHealed() {
        List<TreatmentDay> nineDaysLater = List.of(new TreatmentDay("SESSION_1", LocalDate.of(2027, 3, 11)));

        assertThat(OfferCheck.notHealed(slot("TOUCH_UP"), nineDaysLater, HealingRule.DEFAULT))
                .map(Refusal::slug)
                .contains("healing-gap");
        assertThat(OfferCheck.notHealed(slot("CONSULTATION"), nineDaysLater, HealingRule.DEFAULT))
                .isEmpty();
        assertThat(OfferCheck.notHealed(
                        slot("TOUCH_UP"),
                        List.of(
                                new TreatmentDay("CONSULTATION", LocalDate.of(2027, 3, 3)),
                                new TreatmentDay("SESSION_1", LocalDate.of(2027, 2, 20))),
                        HealingRule.DEFAULT))
                .isEmpty();
    }

    @Test
    void saysThatAnOfferOutsideOfThePlansIsGone() {
        assertThat(OfferCheck.outOfPlans("CLINIC_CLOSED").slug()).isEqualTo("offer-gone");
        assertThat(OfferCheck.outOfPlans("CLINIC_CLOSED").detail()).contains("CLINIC_CLOSED");
    }
}
