package io.hairline.headoffice.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LicenceTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> grant(FIRST.minusDays(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("validUntil"));
    }

    @Test
    void mayHoldForASingleDay() {
        assertThat(grant(FIRST).event()).isNotNull();
    }

    @Test
    void isRevokedOnlyOnce() {
        Licence licence = grant(FIRST.plusYears(1)).next();
        Change<Licence> revoked = licence.revoke("AUTHORITY");

        assertThat(revoked.event())
                .isEqualTo(new LicenceRevoked(
                        licence.id(), licence.practitionerId(), "AUTHORITY", licence.jurisdiction()));
        assertThat(revoked.next().revoke("OTHER").event()).isNull();
    }

    @Test
    void warnsSixtyDaysBeforeItsLastDay() {
        assertThat(grant(LocalDate.parse("2026-12-31")).next().warnFrom()).isEqualTo(LocalDate.parse("2026-11-01"));
    }

    @Test
    void aGuestsAllowsTheDaysOfItsJurisdiction() {
        Licence guest = Licence.grant(
                        DemoIds.licence(1, "US-CA"), DemoIds.practitioner(1), "US-CA", FIRST, FIRST.plusYears(1), true)
                .next();

        assertThat(guest.guest()).isEqualTo(new GuestLimit(5, 15));
        assertThatThrownBy(() -> Licence.grant(
                        DemoIds.licence(1, "DE-BE"), DemoIds.practitioner(1), "DE-BE", FIRST, FIRST.plusYears(1), true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("guest"));
    }

    private static Change<Licence> grant(LocalDate until) {
        return Licence.grant(DemoIds.licence(1, "DE-BE"), DemoIds.practitioner(1), "DE-BE", FIRST, until, false);
    }
}
