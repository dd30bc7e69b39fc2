package io.hairline.portal.chart.session;

import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.chart.parts.ChartSession.LotUsed;
import io.hairline.portal.chart.parts.PigmentWords;
import io.hairline.portal.language.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the record of a signed session says.
 *
 * @param chair empty if the clinic has it no more, or if it wasn't kept
 * @param zone of the clinic
 */
public record SessionRecord(ChartSession it, String clinic, String practitioner, String chair, ZoneId zone) {

    /** In the order of the sessions. */
    public static List<SessionRecord> of(List<ChartSession> signed, Catalogue catalogue) {
        return signed.stream().map(it -> of(it, catalogue)).toList();
    }

    private static SessionRecord of(ChartSession it, Catalogue catalogue) {
        Optional<Clinic> clinic = catalogue.clinic(it.clinicId());
        return new SessionRecord(
                it,
                catalogue.clinicName(it.clinicId()),
                catalogue.practitionerName(it.practitionerId()),
                clinic.flatMap(one -> one.chairName(it.chairId())).orElse(""),
                clinic.map(Clinic::zoneId).orElse(ZoneOffset.UTC));
    }

    public String name() {
        return Texts.text("chart.record.of", it.service(), it.day());
    }

    /** On the clinic's clock. */
    public String started() {
        return Texts.moment(LocalDateTime.ofInstant(it.startedAt(), zone));
    }

    public String lasted() {
        return it.completedAt() == null
                ? "–"
                : Texts.duration(Math.toIntExact(
                        Duration.between(it.startedAt(), it.completedAt()).toMinutes()));
    }

    /** What one lot gave to one cup. */
    public record CupPart(String mixture, @Nullable LotUsed lot) {}

    public List<CupPart> cups() {
        return Objects.requireNonNullElse(it.pigments(), List.<ChartSession.Pigment>of()).stream()
                .map(one ->
                        new CupPart(PigmentWords.of(one.millilitres(), one.dilution(), one.cup()), it.lot(one.lotId())))
                .toList();
    }

    /** Which steps were overridden before it, by whom and when. */
    public List<String> overrides() {
        return it.allOverrides().stream()
                .map(one -> Texts.text(
                        "chart.record.override",
                        one.step(),
                        Texts.date(LocalDate.ofInstant(one.at(), zone)),
                        one.words()))
                .toList();
    }

    public @Nullable LotUsed needleLot() {
        return it.needle() == null ? null : it.lot(it.needle().lotId());
    }
}
