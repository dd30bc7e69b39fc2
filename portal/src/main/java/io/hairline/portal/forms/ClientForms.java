package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.chart.parts.Consultation;
import io.hairline.portal.chart.parts.HairlineApproval;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which forms of a client are signed, and which are still to do. */
public final class ClientForms {

    /** In the order in which people meet them; only the first is needed before a session. */
    private static final List<String> ORDER =
            List.of("TREATMENT", "CLINICAL_PHOTO", "MARKETING_PHOTO", "SHARING", "MESSAGES");

    private static final String NEEDED = "TREATMENT";

    private ClientForms() {}

    /**
     * One form.
     *
     * @param blocked whether its answers stand against a treatment for now
     */
    public record Form(String name, String link, boolean done, boolean needed, boolean blocked, String detail) {

        /** The message's key for its state. */
        public String state() {
            if (blocked) {
                return "form.blocked";
            }
            return done ? "form.done" : needed ? "form.to-do" : "form.optional";
        }
    }

    record Consent(
            String purpose,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Boolean upToDate) {

        boolean isOutdated() {
            return Boolean.FALSE.equals(upToDate);
        }
    }

    record Finding(@Nullable String effect) {}

    record Answered(
            @Nullable String id,
            @Nullable Instant answeredAt,
            @Nullable Instant validUntil,
            @Nullable List<Finding> findings) {

        public String day() {
            return answeredAt == null ? "–" : Texts.date(LocalDate.ofInstant(answeredAt, ZoneOffset.UTC));
        }

        boolean has(String effect) {
            return Objects.requireNonNullElse(findings, List.<Finding>of()).stream()
                    .anyMatch(it -> effect.equals(it.effect()));
        }
    }

    record Session(@Nullable Instant startedAt) {}

    record Chart(
            @Nullable List<Answered> questionnaires,
            @Nullable List<Consultation> consultations,
            @Nullable List<HairlineApproval> hairlineApprovals,
            @Nullable List<Session> sessions) {

        List<HairlineApproval> approvals() {
            return Objects.requireNonNullElse(hairlineApprovals, List.of());
        }

        /** Whether the client was treated after a consultation whose hairline nobody signed, as was done before that was asked. */
        boolean isTreatedWithoutSignature(Consultation it) {
            return approvals().stream().noneMatch(one -> one.consultationId().equals(it.id()))
                    && Objects.requireNonNullElse(sessions, List.<Session>of()).stream()
                            .anyMatch(one -> one.startedAt() != null
                                    && it.recordedAt() != null
                                    && one.startedAt().isAfter(it.recordedAt()));
        }
    }

    /**
     * What the client has to fill in or sign.
     *
     * @param zone the client's, for the days that are named
     */
    public static List<Form> of(Api treatment, String client, Instant now, ZoneId zone) {
        List<Consent> signed = treatment.list(Consent.class, "/consents", Map.of("clientId", client));
        List<Form> forms = new ArrayList<>();
        Chart chart = treatment.get(Chart.class, "/charts/{id}", client);
        forms.add(questionnaire(chart, now, zone));
        hairline(chart).ifPresent(forms::add);
        ORDER.forEach(purpose -> forms.add(consent(purpose, signed, zone)));
        return forms;
    }

    /** The client's last answers, while they hold. */
    static Optional<Answered> lastAnswers(Api treatment, String client, Instant now) {
        return holding(treatment.get(Chart.class, "/charts/{id}", client), now);
    }

    private static Optional<Answered> holding(Chart chart, Instant now) {
        return Objects.requireNonNullElse(chart.questionnaires(), List.<Answered>of()).stream()
                .filter(it -> it.validUntil() != null && now.isBefore(it.validUntil()))
                .findFirst();
    }

    private static Form questionnaire(Chart chart, Instant now, ZoneId zone) {
        Optional<Answered> answered = holding(chart, now);
        boolean blocked = answered.map(it -> it.has("BLOCK")).orElse(false);
        String detail = answered.map(it -> detail(it, blocked, zone)).orElseGet(() -> Texts.text("form.health.open"));
        return new Form(Texts.text("form.health"), "/me/questionnaire", answered.isPresent(), true, blocked, detail);
    }

    private static String detail(Answered it, boolean blocked, ZoneId zone) {
        if (blocked) {
            return Texts.text("form.health.blocked");
        }
        String done = Texts.text("form.health.done", day(Objects.requireNonNull(it.validUntil()), zone));
        return it.has("DOCTORS_NOTE") ? done + " " + Texts.text("form.health.note") : done;
    }

    /** Of the last consultation that drew one, unless it was treated without a signature or its picture is gone before there is any. */
    static Optional<Form> hairline(Chart chart) {
        return Objects.requireNonNullElse(chart.consultations(), List.<Consultation>of()).stream()
                .filter(it -> it.hairline() != null)
                .findFirst()
                .filter(it -> !chart.isTreatedWithoutSignature(it))
                .flatMap(it -> hairline(it, HairlineApproval.of(it, chart.approvals())));
    }

    private static Optional<Form> hairline(Consultation it, Optional<HairlineApproval> signed) {
        return signed.isEmpty() && it.isPhotoWithdrawn()
                ? Optional.empty()
                : Optional.of(new Form(
                        Texts.text("hairline.yours"),
                        "/me/hairlines/" + it.id(),
                        signed.isPresent(),
                        true,
                        false,
                        signed.map(HairlineApproval::words).orElseGet(() -> Texts.text("hairline.to-sign"))));
    }

    private static Form consent(String purpose, List<Consent> signed, ZoneId zone) {
        Optional<Consent> inForce = signed.stream()
                .filter(it -> it.purpose().equals(purpose) && it.withdrawnAt() == null)
                .min(Comparator.comparing(Consent::isOutdated));
        boolean needed = purpose.equals(NEEDED);
        boolean again = needed && inForce.filter(Consent::isOutdated).isPresent();
        String detail = again
                ? Texts.text("form.new-words")
                : inForce.map(Consent::signedAt)
                        .map(it -> Texts.text("form.signed", day(it, zone)))
                        .orElseGet(() -> Texts.text(needed ? "form.sign-first" : "form.if-you-like"));
        return new Form(
                CodeLabels.label("consent", purpose),
                "/me/consents/" + purpose,
                inForce.isPresent() && !again,
                needed,
                false,
                detail);
    }

    private static String day(Instant instant, ZoneId zone) {
        return Texts.date(LocalDate.ofInstant(instant, zone));
    }
}
