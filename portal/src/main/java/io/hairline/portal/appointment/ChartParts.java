package io.hairline.portal.appointment;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a chart that the pages show, as far as the reader may see them. */
public record ChartParts(
        @Nullable List<Session> sessions,
        @Nullable List<PatchTest> patchTests,
        @Nullable List<Consultation> consultations,
        @Nullable List<Questionnaire> questionnaires,
        @Nullable List<Consent> consents,
        @Nullable List<AdverseEvent> adverseEvents,
        @Nullable List<AftercareReply> aftercareReplies) {

    /** A part of the scalp, the dots per square centimetre there, and how often it was gone over. */
    public record Zone(String zone, int density, @Nullable Integer passes) {}

    /** The needle of a session. */
    public record Needle(
            @Nullable String configuration, @Nullable String lotId) {}

    /** A pigment: parts of water to one of pigment. */
    public record Pigment(
            @Nullable String lotId,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal dilution,
            @Nullable Integer cup) {}

    /** What was done in the chair; running while {@code IN_PROGRESS}. */
    public record Session(
            String id,
            String status,
            String appointmentId,
            String serviceCode,
            Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable List<Zone> zones,
            @Nullable Needle needle,
            @Nullable List<Pigment> pigments,
            @Nullable Money price,
            @Nullable BigDecimal depthMillimetres,
            @Nullable Integer painScore,
            @Nullable String notes,
            @Nullable String machine,
            @Nullable BigDecimal volts,
            @Nullable String reactions,
            @Nullable List<Addendum> addenda) {

        public List<Addendum> allAddenda() {
            return Objects.requireNonNullElse(addenda, List.of());
        }

        public String service() {
            return CodeLabels.service(serviceCode);
        }

        public String day() {
            return dayOf(startedAt);
        }

        public String zonesWords() {
            return Objects.requireNonNullElse(zones, List.<Zone>of()).stream()
                    .map(it -> CodeLabels.label("zone", it.zone()) + " " + it.density()
                            + (it.passes() == null ? "" : " (" + it.passes() + "×)"))
                    .collect(Collectors.joining(", "));
        }

        public String needleWords() {
            String configuration = needle == null || needle.configuration() == null ? "–" : needle.configuration();
            return configuration
                    + (machine == null ? "" : ", " + machine)
                    + (volts == null ? "" : ", " + PigmentWords.number(volts) + " V");
        }

        /** The notes, and what the skin showed. */
        public String notesWords() {
            return (reactions == null ? "" : reactions + "\n") + (notes == null ? "" : notes);
        }

        public String pigmentWords() {
            return Objects.requireNonNullElse(pigments, List.<Pigment>of()).stream()
                    .map(it -> PigmentWords.of(it.millilitres(), it.dilution(), it.cup()))
                    .collect(Collectors.joining("; "));
        }

        public String depthWords() {
            return PigmentWords.number(depthMillimetres);
        }
    }

    /** Words added to a signed session. */
    public record Addendum(Instant at, String text) {
        public String day() {
            return dayOf(at);
        }
    }

    /** A harm, from its report to its end. */
    public record AdverseEvent(
            String id,
            @Nullable Long version,
            String severity,
            @Nullable String description,
            Instant reportedAt,
            @Nullable List<FollowUp> followUps,
            @Nullable String outcome) {

        public String day() {
            return dayOf(reportedAt);
        }

        public String severityWords() {
            return CodeLabels.label("harm.severity", severity);
        }

        public String outcomeWords() {
            return outcome == null ? "" : CodeLabels.label("harm.outcome", outcome);
        }

        public List<FollowUp> allFollowUps() {
            return Objects.requireNonNullElse(followUps, List.of());
        }
    }

    /** A question that the client sent after a session. */
    public record AftercareReply(
            String id,
            @Nullable Long version,
            String text,
            @Nullable List<String> photoIds,
            Instant askedAt,
            @Nullable String answer) {

        public String day() {
            return dayOf(askedAt);
        }

        public List<String> photos() {
            return Objects.requireNonNullElse(photoIds, List.of());
        }
    }

    /** What was seen of a harm later. */
    public record FollowUp(Instant at, @Nullable String severity, String text) {
        public String day() {
            return dayOf(at);
        }
    }

    /** A test of the skin; read or waiting for it. */
    public record PatchTest(
            String id,
            Instant placedAt,
            @Nullable Instant readAt,
            @Nullable String result) {
        public String placedOn() {
            return dayOf(placedAt);
        }

        public String resultWords() {
            return result == null ? Texts.text("chart.unread") : CodeLabels.label("patch-test", result);
        }
    }

    /** What was found before anything began. */
    public record Consultation(
            String id,
            @Nullable Instant recordedAt,
            @Nullable String indication,
            @Nullable String norwood,
            @Nullable String ludwig,
            @Nullable String fitzpatrick,
            @Nullable String skin,
            @Nullable String goals) {
        public String day() {
            return recordedAt == null ? "–" : dayOf(recordedAt);
        }

        public String indicationWords() {
            return indication == null ? "–" : CodeLabels.label("indication", indication);
        }
    }

    /** The client's own answers. */
    public record Questionnaire(
            String id,
            @Nullable Instant answeredAt,
            @Nullable Instant validUntil,
            @Nullable Map<String, Boolean> answers,
            @Nullable List<Object> findings) {
        public String day() {
            return answeredAt == null ? "–" : dayOf(answeredAt);
        }

        public String until() {
            return validUntil == null ? "–" : dayOf(validUntil);
        }

        public boolean isWithoutFindings() {
            return findings == null || findings.isEmpty();
        }
    }

    /** What was signed. */
    public record Consent(
            String id,
            String purpose,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {
        public String name() {
            return CodeLabels.label("consent", purpose);
        }

        public String day() {
            return signedAt == null ? "–" : dayOf(signedAt);
        }
    }

    static ChartParts none() {
        return new ChartParts(null, null, null, null, null, null, null);
    }

    static ChartParts of(Api treatment, String client) {
        return PagePart.of(() -> treatment.get(ChartParts.class, "/charts/{id}", client))
                .or(none());
    }

    /** The newest first. */
    public List<Session> completed() {
        return Objects.requireNonNullElse(sessions, List.<Session>of()).stream()
                .filter(it -> it.completedAt() != null)
                .sorted(Comparator.comparing(Session::startedAt).reversed())
                .toList();
    }

    public List<PatchTest> unread() {
        return allPatchTests().stream().filter(it -> it.readAt() == null).toList();
    }

    public List<PatchTest> allPatchTests() {
        return Objects.requireNonNullElse(patchTests, List.of());
    }

    public List<Consultation> allConsultations() {
        return Objects.requireNonNullElse(consultations, List.of());
    }

    public List<Questionnaire> allQuestionnaires() {
        return Objects.requireNonNullElse(questionnaires, List.of());
    }

    public List<Consent> allConsents() {
        return Objects.requireNonNullElse(consents, List.of());
    }

    public List<AdverseEvent> allAdverseEvents() {
        return Objects.requireNonNullElse(adverseEvents, List.of());
    }

    public List<AftercareReply> allAftercareReplies() {
        return Objects.requireNonNullElse(aftercareReplies, List.of());
    }

    /** The session of an appointment, running or signed. */
    @Nullable Session sessionIn(String appointment) {
        return Objects.requireNonNullElse(sessions, List.<Session>of()).stream()
                .filter(it -> it.appointmentId().equals(appointment))
                .findFirst()
                .orElse(null);
    }

    @Nullable String runningIn(String appointment) {
        return Objects.requireNonNullElse(sessions, List.<Session>of()).stream()
                .filter(it ->
                        it.appointmentId().equals(appointment) && it.status().equals("IN_PROGRESS"))
                .map(Session::id)
                .findFirst()
                .orElse(null);
    }

    private static String dayOf(Instant at) {
        return Texts.date(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
