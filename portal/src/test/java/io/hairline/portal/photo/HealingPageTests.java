package io.hairline.portal.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.clinic.ClinicFrame.Permissions;
import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The healing is noted by those who may, and shown with the clinic and the session. */
class HealingPageTests {

    @Test
    void offersTheSessionsWhoseHealingMayBeNoted() {
        PhotoPages.Session own = session("ses_own", LocalDate.of(2026, 5, 10), true);
        PhotoPages.Session lasts = session("ses_lasts", null, true);
        PhotoPages.Session elsewhere = session("ses_elsewhere", LocalDate.of(2026, 5, 10), false);

        assertThat(form(List.of(own, lasts, elsewhere)))
                .contains("<form", "ses_own")
                .doesNotContain("ses_lasts", "ses_elsewhere", "noted by the clinic that treated");
    }

    @Test
    void saysWhoNotesItWhereNoneMay() {
        assertThat(form(List.of(session("ses_elsewhere", LocalDate.of(2026, 5, 10), false))))
                .contains("noted by the clinic that treated", "a pass for treatment")
                .doesNotContain("<form");
    }

    @Test
    void namesTheClinicAndTheSession() {
        var seen = new PhotoPages.Healing(
                "NOT_YET",
                60,
                Instant.parse("2026-05-12T10:00:00Z"),
                "Clinic Soho",
                "SESSION_1",
                LocalDate.of(2026, 5, 3),
                null,
                null);

        assertThat(shown(seen))
                .contains("Not yet healed", "60 %", "Clinic Soho", "3 May 2026")
                .doesNotContain("look alone", "no more");
    }

    @Test
    void saysOnWhatAReleaseRestsAndThatItEnded() {
        var seen = new PhotoPages.Healing(
                "HEALED",
                null,
                Instant.parse("2026-05-12T10:00:00Z"),
                "Clinic Soho",
                "SESSION_1",
                LocalDate.of(2026, 5, 3),
                true,
                Instant.parse("2026-05-14T10:00:00Z"));

        assertThat(shown(seen)).contains("look alone", "no more since 14 May 2026");
    }

    @Test
    void saysInAClinicOnlyThatTheOpenPhotosCannotBeCompared() {
        assertThat(compared(true)).contains("that your clinic may see").doesNotContain("Nothing to compare yet");
        assertThat(compared(false)).contains("Nothing to compare yet").doesNotContain("your clinic");
    }

    @Test
    void offersToTakeAPhotoOutInTheClinicThatTookItAlone() {
        assertThat(photos("cln_1")).contains("/pho_1/withdraw");
        assertThat(photos("cln_2")).contains("/pho_1").doesNotContain("/pho_1/withdraw");
    }

    private static String photos(String clinic) {
        Photo one = new Photo("pho_1", "cln_1", null, "FRONT", "BEFORE", Instant.parse("2026-05-03T10:00:00Z"));
        return RenderedSection.of(
                "photos",
                "all-title",
                Map.of(
                        "may",
                        new Permissions(true, true, true, true, true, true),
                        "healings",
                        List.of(),
                        "base",
                        "/photos",
                        "clinic",
                        Map.of("id", clinic),
                        "album",
                        new PagePart<>(PhotoAlbum.of(List.of(one)), null),
                        "takesOut",
                        true));
    }

    private static String compared(boolean inClinic) {
        return RenderedSection.of(
                "photos",
                "compare-title",
                Map.of(
                        "healings",
                        List.of(),
                        "album",
                        new PagePart<>(PhotoAlbum.of(List.of()), null),
                        "takesOut",
                        inClinic));
    }

    private static String shown(PhotoPages.Healing seen) {
        return RenderedSection.of(
                "photos",
                "healed-title",
                Map.of("healings", List.of(seen), "album", new PagePart<>(null, null), "takesOut", false));
    }

    private static PhotoPages.Session session(String id, @Nullable LocalDate healedFrom, boolean may) {
        return new PhotoPages.Session(id, "SESSION_1", Instant.parse("2026-05-03T10:00:00Z"), healedFrom, may);
    }

    private static String form(List<PhotoPages.Session> sessions) {
        return RenderedSection.of(
                "clinic-photos",
                "healing-title",
                Map.of(
                        "may",
                        new Permissions(true, true, true, true, true, true),
                        "album",
                        new PagePart<>(PhotoAlbum.of(List.of()), null),
                        "base",
                        "/clinic/cln_1/clients/cli_1/photos",
                        "sessions",
                        sessions,
                        "assessable",
                        sessions.stream()
                                .filter(PhotoPages.Session::isAssessable)
                                .toList()));
    }
}
