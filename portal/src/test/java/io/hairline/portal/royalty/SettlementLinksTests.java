package io.hairline.portal.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import io.hairline.portal.pages.RenderedSection;
import io.hairline.portal.royalty.SettlementController.Entry;
import io.hairline.portal.royalty.SettlementController.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Berlin sold, Vienna did the work. */
class SettlementLinksTests {

    private static final String BERLIN = "cln_ber";
    private static final String VIENNA = "cln_vie";

    @ParameterizedTest
    @CsvSource({
        "apt_1, /clinic/cln_vie/appointments/apt_1",
        "crs_1, /dashboard/settlements/cln_vie/crs_1",
        "pay_1, /dashboard/settlements/cln_vie/pay_1"
    })
    void leadThoseOfTheClinicThatDidTheWorkToWhatItIsOwedFor(String about, String page) {
        assertThat(owed(about).link(Set.of(VIENNA))).isEqualTo(page);
        assertThat(givenBack(about).link(Set.of(VIENNA))).isEqualTo(page);
        assertThat(owed(about).link(Set.of(BERLIN, VIENNA))).isEqualTo(page);
    }

    @Test
    void leadTheClinicThatSoldToItsCourseAndNotToAnotherClinicsVisit() {
        assertThat(owed("crs_1").link(Set.of(BERLIN))).isEqualTo("/dashboard/settlements/cln_ber/crs_1");
        assertThat(givenBack("crs_1").link(Set.of(BERLIN))).isEqualTo("/dashboard/settlements/cln_ber/crs_1");
        assertThat(owed("apt_1").link(Set.of(BERLIN))).isNull();
        assertThat(owed("pay_1").link(Set.of(BERLIN))).isNull();
    }

    @Test
    void leadNowhereFromAnEntryOfBefore() {
        assertThat(owed(null).link(Set.of(BERLIN, VIENNA))).isNull();
    }

    @Test
    void openTheAppointmentOfAPaymentOrElseItsClient() {
        assertThat(page("{'clientId': 'cli_1', 'appointmentId': 'apt_1', 'courseId': null}"))
                .isEqualTo("redirect:/clinic/cln_vie/appointments/apt_1");
        assertThat(page("{'clientId': 'cli_1', 'appointmentId': null, 'courseId': 'crs_1'}"))
                .isEqualTo("redirect:/clinic/cln_vie/clients/cli_1");
    }

    @Test
    void areOnThePageWhereTheReaderMayFollowThem() {
        String page = RenderedSection.of(
                "settlements",
                "entries-title",
                Map.of("lines", List.of(line("/clinic/cln_vie/appointments/apt_1"), line(null))));

        assertThat(page)
                .contains("<a href=\"/clinic/cln_vie/appointments/apt_1\">Free touch-up</a>")
                .contains("<span>Free touch-up</span>");
    }

    private static Line line(@Nullable String link) {
        return new Line("5 Oct 2026", "Free touch-up", "Berlin", "Vienna", "120.00 EUR", "ses_1 · 1", link);
    }

    private static String page(String json) {
        return SettlementController.paidFor(VIENNA, JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static Entry owed(@Nullable String about) {
        return entry("PAID_ELSEWHERE", BERLIN, VIENNA, about);
    }

    private static Entry givenBack(String about) {
        return entry("PAID_ELSEWHERE_RETURNED", VIENNA, BERLIN, about);
    }

    private static Entry entry(String kind, String debtor, String creditor, @Nullable String about) {
        Money amount = new Money(new BigDecimal("90.00"), "EUR");
        return new Entry(kind, debtor, creditor, VIENNA, amount, LocalDate.of(2026, 10, 5), about, "pay_1", 1);
    }
}
