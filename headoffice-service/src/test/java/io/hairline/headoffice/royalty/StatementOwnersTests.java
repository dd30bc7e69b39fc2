package io.hairline.headoffice.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.OwnerId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.Clinic.Tenure;
import io.hairline.headoffice.clinic.ClinicLocation;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.royalty.StatementOwners.Days;
import io.hairline.kit.Ids;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementOwnersTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final OwnerId OLD = new OwnerId(Ids.next(OwnerId.PREFIX));
    private static final OwnerId NEW = new OwnerId(Ids.next(OwnerId.PREFIX));

    @Test
    void aMonthInWhichTheClinicWasSoldNamesBothOwnersWithTheirDays() {
        Clinic clinic = clinic(
                new Tenure(LocalDate.EPOCH, DemoIds.region("DACH"), OLD),
                new Tenure(LocalDate.of(2026, 10, 15), DemoIds.region("DACH"), NEW));

        assertThat(StatementOwners.spans(clinic, FIRST, LAST))
                .containsExactly(
                        new Days(OLD, FIRST, LocalDate.of(2026, 10, 14)),
                        new Days(NEW, LocalDate.of(2026, 10, 15), LAST));
    }

    @Test
    void aLaterSaleLeavesTheMonthToTheOneWhoHadIt() {
        Clinic clinic = clinic(
                new Tenure(LocalDate.EPOCH, DemoIds.region("DACH"), OLD),
                new Tenure(LocalDate.of(2026, 11, 1), DemoIds.region("DACH"), NEW));

        assertThat(StatementOwners.spans(clinic, FIRST, LAST)).containsExactly(new Days(OLD, FIRST, LAST));
    }

    @Test
    void aMoveToAnotherRegionAloneKeepsOneSpan() {
        Clinic clinic = clinic(
                new Tenure(LocalDate.EPOCH, DemoIds.region("DACH"), OLD),
                new Tenure(LocalDate.of(2026, 10, 15), DemoIds.region("UKI"), OLD));

        assertThat(StatementOwners.spans(clinic, FIRST, LAST)).containsExactly(new Days(OLD, FIRST, LAST));
    }

    private static Clinic clinic(Tenure... tenures) {
        return new Clinic(
                DemoIds.clinic("BER"),
                3,
                "BER",
                "Berlin",
                tenures[0].regionId(),
                tenures[0].ownerId(),
                new ClinicLocation("DE-BE", "Europe/Berlin", "EUR", 52.5, 13.4),
                new WeeklyHours(List.of()),
                List.of(),
                List.of(),
                null,
                null,
                List.of(tenures),
                null,
                null,
                null);
    }
}
