package io.hairline.portal.chart.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The record of a signed session as a browser gets it. */
class SessionRecordTests {

    private static final Instant BEGAN = Instant.parse("2027-03-01T09:00:00Z");

    @Test
    void saysWhatWentUnderTheSkinAndOutOfWhichLot() {
        assertThat(page(signed("pen 3", true)))
                .contains("Cup 1: 0.5 ml, 1 : 12", "Kuro Black, lot K7", "(CI 77266), expires on 30 Jun 2028")
                .contains("When the session was signed: In quarantine.")
                .contains("3RL", "Hari Liner, lot H1")
                .contains("Crown: 120 dots per cm², passes: 2", "Forelock: 90 dots per cm², passes: –")
                .doesNotContain("null");
    }

    @Test
    void saysWhoWorkedWhereWhenAndHow() {
        assertThat(page(signed("pen 3", true)))
                .contains("1 Mar 2027, 10:00", "3 h 40 min", "Kim", "Berlin", "Chair 2")
                .contains("pen 3", "7.5", "0.65", "Yes, with Lidocaine", "a little red")
                .contains("It was declared that needle and cups were sterile and used once.")
                .contains("Added on 2 Mar 2027 by Kim:", "Slept badly.");
    }

    @Test
    void saysPlainlyThatNoDeclarationWasGiven() {
        assertThat(page(signed(null, null)))
                .contains("No declaration was given.")
                .doesNotContain("null");
    }

    @Test
    void saysWhoAnsweredForWhatWasInTheWay() {
        ChartSession.Overridden forStaff =
                new ChartSession.Overridden("HEALING_GAP", "CLINIC_MANAGER", null, "It has healed well.", BEGAN);
        ChartSession.Overridden forClient =
                new ChartSession.Overridden("HEALING_GAP", "CLINIC_MANAGER", null, null, BEGAN);

        assertThat(page(signed("pen 3", true, List.of(forStaff))))
                .contains("Overridden steps")
                .contains("1 Mar 2027: overridden by Clinic manager: It has healed well.");
        assertThat(page(signed("pen 3", true, List.of(forClient))))
                .contains("1 Mar 2027: overridden by Clinic manager<");
        assertThat(page(signed("pen 3", true))).doesNotContain("Overridden");
    }

    private static String page(ChartSession it) {
        SessionRecord one = new SessionRecord(it, "Berlin", "Kim", "Chair 2", ZoneId.of("Europe/Berlin"));
        return RenderedSection.whole("session-record", Locale.UK, Map.of("one", one));
    }

    private static ChartSession signed(@Nullable String machine, @Nullable Boolean singleUse) {
        return signed(machine, singleUse, null);
    }

    private static ChartSession signed(
            @Nullable String machine, @Nullable Boolean singleUse, @Nullable List<ChartSession.Overridden> overrides) {
        LocalDate expires = LocalDate.of(2028, 6, 30);
        return new ChartSession(
                "ses_1",
                "COMPLETED",
                "apt_1",
                "cln_1",
                "prc_1",
                "chr_2",
                "SESSION_1",
                BEGAN,
                BEGAN.plusSeconds(13_200),
                List.of(new ChartSession.Zone("CROWN", 120, 2), new ChartSession.Zone("FORELOCK", 90, null)),
                new ChartSession.Needle("3RL", "lot_2"),
                List.of(new ChartSession.Pigment("lot_1", new BigDecimal("0.50"), new BigDecimal("12.00"), 1)),
                null,
                new BigDecimal("0.65"),
                3,
                new ChartSession.Numbing(true, "Lidocaine"),
                "went well",
                machine,
                new BigDecimal("7.5"),
                singleUse,
                "a little red",
                List.of(
                        new ChartSession.LotUsed("lot_1", "Kuro", "Black", "CI 77266", "K7", expires, "QUARANTINED"),
                        new ChartSession.LotUsed("lot_2", "Hari", "Liner", "3RL", "H1", expires, null)),
                List.of(new ChartSession.Addendum(BEGAN.plusSeconds(86_400), "Kim", "Slept badly.")),
                overrides);
    }
}
