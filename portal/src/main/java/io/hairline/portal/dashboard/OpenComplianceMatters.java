package io.hairline.portal.dashboard;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What else the compliance board lists: open adverse events, recalls that clients haven't acknowledged, and sessions that lack something. */
@Component
class OpenComplianceMatters {

    private static final BigDecimal COMPLETE = BigDecimal.valueOf(100);
    private static final List<String> MUST_BE_COMPLETE = List.of("consentCompleteness", "lotCompleteness");
    private static final int MANY = 100;

    private final Catalogue catalogue;

    OpenComplianceMatters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * An adverse event without the client.
     *
     * @param reportBy the last day for telling the authority; absent where nobody has to
     */
    record Harm(
            String clinicId,
            String severity,
            Instant reportedAt,
            @Nullable LocalDate reportBy,
            @Nullable Long daysLeft,
            @Nullable String outcome) {

        boolean isOpen() {
            return outcome == null || reportBy != null;
        }

        long urgency() {
            return daysLeft == null ? Long.MAX_VALUE : daysLeft;
        }

        public String severityWords() {
            return CodeLabels.label("harm.severity", severity);
        }

        public String day() {
            return Texts.date(reportedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String clock() {
            return reportBy == null || daysLeft == null
                    ? "–"
                    : Texts.text("harm.clock", Texts.date(reportBy), daysLeft);
        }
    }

    record HarmLine(Harm it, String clinic) {}

    private record Recall(
            String id,
            String maker,
            String product,
            String lotNumber,
            @Nullable Instant withdrawnAt) {}

    /** A recall that somebody has not acknowledged yet. */
    record RecallLine(String name, String link, long outstanding, long told) {}

    /** A clinic with sessions that lack what each must have. */
    record Gap(String figure, String clinic, String value, String link) {}

    /** The open adverse events of the clinics, those first whose report to the authority is due first. */
    PagePart<List<HarmLine>> harms(CallerApis mine, Predicate<String> clinics) {
        return PagePart.of(() ->
                mine.treatment().all(Harm.class, "/adverse-event-reports", Map.of("open", true)).stream()
                        .filter(it -> it.isOpen() && clinics.test(it.clinicId()))
                        .sorted(Comparator.comparingLong(Harm::urgency).thenComparing(Harm::reportedAt))
                        .map(it -> new HarmLine(it, catalogue.clinicName(it.clinicId())))
                        .toList());
    }

    PagePart<List<RecallLine>> recalls(CallerApis mine) {
        return PagePart.of(() -> {
            List<Recall> open = mine.treatment().list(Recall.class, "/recalls", Map.of("limit", MANY)).stream()
                    .filter(it -> it.withdrawnAt() == null)
                    .toList();
            return ParallelCalls.each(
                            open, it -> line(it, mine.treatment().read("/recalls/" + it.id() + "/counts", Map.of())))
                    .stream()
                    .filter(it -> it.outstanding() > 0)
                    .toList();
        });
    }

    private static RecallLine line(Recall it, JsonNode now) {
        long outstanding = now.path("outstanding").asLong(0);
        return new RecallLine(
                Texts.text("lot.name", it.maker(), it.product(), it.lotNumber()),
                "/office/recalls/" + it.id(),
                outstanding,
                outstanding + now.path("acknowledged").asLong(0));
    }

    /** In which clinics a session of the period had no consent or names no lot. */
    PagePart<List<Gap>> gaps(CallerApis mine, DashboardPeriod period, Predicate<String> clinics) {
        return PagePart.of(() -> MUST_BE_COMPLETE.stream()
                .flatMap(key -> gaps(key, mine, period, clinics))
                .toList());
    }

    private Stream<Gap> gaps(String key, CallerApis mine, DashboardPeriod period, Predicate<String> clinics) {
        JsonNode answer = mine.headOffice().read("/dashboard/" + key + "/comparison", period.query());
        return answer.path("clinics").valueStream().flatMap(it -> {
            String clinic = it.path("clinicId").asString("");
            BigDecimal value = it.path("value").isNumber() ? it.path("value").decimalValue() : COMPLETE;
            return value.compareTo(COMPLETE) >= 0 || !clinics.test(clinic)
                    ? Stream.empty()
                    : Stream.of(new Gap(
                            Tile.name(key),
                            catalogue.clinicName(clinic),
                            Texts.text("percent", Texts.number(value)),
                            DrillDownController.link(key, null, new DashboardScope(null, clinic), period)));
        });
    }

    /** For readers who may not see a part. */
    static <T> PagePart<List<T>> none() {
        return new PagePart<>(List.of(), null);
    }
}
