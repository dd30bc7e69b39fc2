package io.hairline.headoffice.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicLocation;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Ids;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DashboardReaderTests {

    private static final LocalDate CLOSED = LocalDate.parse("2027-05-01");

    @Test
    void comparesNoClinicThatWasClosedForGoodWhenThePeriodBegan() {
        Clinic open = clinic("BER", null);
        Clinic closed = clinic("HAM", CLOSED);
        List<Clinic> all = List.of(open, closed);

        assertThat(DashboardReader.comparable(all, CLOSED)).containsExactly(open);
        assertThat(DashboardReader.comparable(all, CLOSED.minusDays(1))).containsExactly(open, closed);
    }

    private static Clinic clinic(String code, @Nullable LocalDate closedFrom) {
        return new Clinic(
                DemoIds.clinic(code),
                1,
                code,
                code,
                new RegionId(Ids.next(RegionId.PREFIX)),
                new OwnerId(Ids.next(OwnerId.PREFIX)),
                new ClinicLocation("DE-BE", "Europe/Berlin", "EUR", 52, 13),
                new WeeklyHours(List.of()),
                List.of(),
                List.of(),
                null,
                null,
                null,
                closedFrom,
                List.of(),
                null);
    }
}
