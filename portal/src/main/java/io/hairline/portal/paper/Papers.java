package io.hairline.portal.paper;

import io.hairline.portal.api.Api;
import io.hairline.portal.brand.CodeLabels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which papers of a client are signed, and which still wait for her. */
public final class Papers {

    /** In the order in which people meet them; only the first is needed before a session. */
    private static final Map<String, String> CONSENTS = new java.util.TreeMap<>(Map.of(
            "TREATMENT", "Consent to the treatment",
            "CLINICAL_PHOTO", "Photos for your chart",
            "MARKETING_PHOTO", "Photos that we may show"));

    private static final List<String> ORDER = List.of("TREATMENT", "CLINICAL_PHOTO", "MARKETING_PHOTO");

    private Papers() {}

    /** One paper: where it is read, and whether it is done. */
    public record Paper(String name, String link, boolean done, boolean needed, String detail) {}

    record Consent(
            String purpose,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {}

    record Answered(@Nullable Instant validUntil) {}

    record Chart(@Nullable List<Answered> questionnaires) {}

    public static List<Paper> of(Api treatment, String client, Instant now) {
        List<Consent> signed = treatment.list(Consent.class, "/consents", Map.of("clientId", client));
        List<Paper> papers = new ArrayList<>();
        papers.add(questionnaire(treatment.get(Chart.class, "/charts/{id}", client), now));
        ORDER.forEach(purpose -> papers.add(consent(purpose, signed)));
        return papers;
    }

    static String nameOf(String purpose) {
        return CONSENTS.getOrDefault(purpose, CodeLabels.plain(purpose));
    }

    private static Paper questionnaire(Chart chart, Instant now) {
        Optional<Instant> until = Objects.requireNonNullElse(chart.questionnaires(), List.<Answered>of()).stream()
                .map(Answered::validUntil)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(now::isBefore)
                .findFirst();
        String detail = until.map(it -> "Answered; good until " + CodeLabels.shortDay(day(it)))
                .orElse("Some questions about your health, before the needle.");
        return new Paper("Your health", "/me/questionnaire", until.isPresent(), true, detail);
    }

    private static Paper consent(String purpose, List<Consent> signed) {
        Optional<Consent> mine = signed.stream()
                .filter(it -> it.purpose().equals(purpose) && it.withdrawnAt() == null)
                .findFirst();
        boolean needed = purpose.equals("TREATMENT");
        String open = needed ? "Read and sign it before your first session." : "Only if you like.";
        String detail = mine.map(Consent::signedAt)
                .map(it -> "Signed on " + CodeLabels.shortDay(day(it)))
                .orElse(open);
        return new Paper(nameOf(purpose), "/me/consents/" + purpose, mine.isPresent(), needed, detail);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
