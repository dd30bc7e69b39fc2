package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.dashboard.DrillDownController.InClinic;
import io.hairline.portal.dashboard.DrillDownController.Part;
import io.hairline.portal.session.SignedInUser;
import io.hairline.portal.session.SignedInUser.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillDownLinksTests {

    private static final String VIENNA = "cln_vie";
    private static final SignedInUser MANAGER = user("CLINIC_MANAGER", VIENNA);
    private static final SignedInUser HEAD_OFFICE = user("HEAD_OFFICE", null);

    @Test
    void leadToTheAppointmentOfASessionThoseWhoReadItsClinicsCharts() {
        assertThat(link("ses_1", MANAGER)).isEqualTo("/dashboard/events/cln_vie/ses_1");
        assertThat(link("ses_1", user("CLINIC_MANAGER", "cln_ber"))).isNull();
        assertThat(link("ses_1", HEAD_OFFICE)).isNull();
    }

    @Test
    void leadToWhatAPaymentWasFor() {
        assertThat(link("pay_1", MANAGER)).isEqualTo("/dashboard/settlements/cln_vie/pay_1");
        assertThat(link("pay_1", HEAD_OFFICE)).isEqualTo("/dashboard/settlements/cln_vie/pay_1");
        assertThat(link("crs_1", MANAGER)).isEqualTo("/dashboard/settlements/cln_vie/crs_1");
    }

    @Test
    void leadToAnAppointmentAndFromWhatHasNoPageNowhere() {
        assertThat(link("apt_1", HEAD_OFFICE)).isEqualTo("/clinic/cln_vie/appointments/apt_1");
        assertThat(link("msg_1", MANAGER)).isEqualTo("/dashboard/messages/cln_vie/msg_1");
        assertThat(link("gft_1", MANAGER)).isNull();
        assertThat(link("unnamed", MANAGER)).isNull();
    }

    @Test
    void compareNoAmountsOfSeveralCurrencies() {
        InClinic dollars = inClinic("USD", "1");
        InClinic euros = inClinic("EUR", "2");
        InClinic fewerEuros = inClinic("EUR", "-5");

        assertThat(List.of(dollars, euros, fewerEuros).stream().sorted(DrillDownController.MOST_LOST_FIRST))
                .containsExactly(fewerEuros, euros, dollars);
    }

    private static InClinic inClinic(String currency, String difference) {
        Tile tile = new Tile("collected", new BigDecimal(difference), BigDecimal.ZERO, currency, "Europe/Berlin", null);
        return new InClinic(
                currency,
                "/dashboard",
                new PagePart<>(new Dashboard(List.of(tile), null, null), null),
                "collected",
                null);
    }

    private static @Nullable String link(String subject, SignedInUser user) {
        return new Part(
                        "COLLECTED",
                        "EUR",
                        BigDecimal.TEN,
                        VIENNA,
                        LocalDate.of(2026, 10, 5),
                        Instant.parse("2026-10-05T10:00:00Z"),
                        subject,
                        1)
                .link(user);
    }

    private static SignedInUser user(String role, @Nullable String clinic) {
        return new SignedInUser("per_1", List.of(new Role(role, null, clinic, null)), null, null);
    }
}
