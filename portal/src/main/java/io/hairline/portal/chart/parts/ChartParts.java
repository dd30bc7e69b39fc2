package io.hairline.portal.chart.parts;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a chart that the pages show, as far as the reader may see them.
 *
 * @param whole whether all clinics' entries are in it; else those of the reader's own clinics, and what a pass opens
 * @param sharedFor what the client gave the reader's clinic a pass for, of several the widest; absent without one
 */
public record ChartParts(
        @Nullable List<HairlineApproval> hairlineApprovals,
        @Nullable List<ChartSession> sessions,
        @Nullable List<PatchTest> patchTests,
        @Nullable List<Consultation> consultations,
        @Nullable List<Questionnaire> questionnaires,
        @Nullable List<Consent> consents,
        @Nullable List<AdverseEvent> adverseEvents,
        @Nullable List<AftercareReply> aftercareReplies,
        @Nullable List<ChartEntry> allergies,
        @Nullable List<ChartEntry> doctorsNotes,
        @Nullable List<ChartEntry> notes,
        @Nullable List<ChartPhoto> photos,
        @Nullable List<SelfCheck> selfChecks,
        @Nullable List<ChartPlan> plans,
        @Nullable Boolean whole,
        @Nullable String sharedFor) {

    private static final String SECOND_OPINION = "SECOND_OPINION";

    public static ChartParts none() {
        return new ChartParts(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static ChartParts of(Api treatment, String client) {
        return PagePart.of(() -> treatment.get(ChartParts.class, "/charts/{id}", client))
                .or(none());
    }

    /** Whether other clinics' entries are closed to the reader, as far as there are any. */
    public boolean isPart() {
        return Boolean.FALSE.equals(whole);
    }

    /** Whether that includes consultations, plans, sessions and photos, which a pass for a second opinion opens. */
    public boolean isWorkClosed() {
        return isPart() && !SECOND_OPINION.equals(sharedFor);
    }

    /** All versions, the newest first. */
    public List<ChartPlan> allPlans() {
        return Objects.requireNonNullElse(plans, List.of());
    }

    /** What the client is treated under; nothing where no plan is open. */
    public @Nullable ChartPlan planInForce() {
        return allPlans().stream().filter(ChartPlan::isAccepted).findFirst().orElse(null);
    }

    /** What is closed to the reader, and who can open it; for a chart of which a part is closed. */
    public String partWords() {
        return sharedFor == null ? Texts.text("chart.part") : CodeLabels.label("chart.part", sharedFor);
    }

    /** The newest first. */
    public List<ChartSession> completed() {
        return Objects.requireNonNullElse(sessions, List.<ChartSession>of()).stream()
                .filter(it -> it.completedAt() != null)
                .sorted(Comparator.comparing(ChartSession::startedAt).reversed())
                .toList();
    }

    /** Those that this clinic signed, which it alone can add to. */
    public List<ChartSession> completedIn(String clinic) {
        return completed().stream().filter(it -> it.clinicId().equals(clinic)).toList();
    }

    public List<PatchTest> unread() {
        return allPatchTests().stream()
                .filter(it -> it.readAt() == null && !it.isOverdue())
                .toList();
    }

    public List<PatchTest> allPatchTests() {
        return Objects.requireNonNullElse(patchTests, List.of());
    }

    public List<Consultation> allConsultations() {
        return Objects.requireNonNullElse(consultations, List.of());
    }

    /** The client's signature under the hairline as it is drawn now. */
    public Optional<HairlineApproval> approval(Consultation it) {
        return HairlineApproval.of(it, allApprovals());
    }

    private List<HairlineApproval> allApprovals() {
        return Objects.requireNonNullElse(hairlineApprovals, List.of());
    }

    /** What the client signed of a consultation's hairline before it was corrected, the newest first. */
    public List<HairlineApproval> signedBefore(Consultation it) {
        return allApprovals().stream()
                .filter(one ->
                        one.consultationId().equals(it.id()) && !one.design().equals(it.hairline()))
                .toList();
    }

    public boolean isApproved(Consultation it) {
        return approval(it).isPresent();
    }

    /** Whether and when the client approved the hairline as it is drawn now; nothing where none is drawn. */
    public @Nullable String approvalOf(Consultation it) {
        return it.hairline() == null
                ? null
                : approval(it).map(HairlineApproval::words).orElseGet(() -> Texts.text("hairline.open"));
    }

    public List<Questionnaire> allQuestionnaires() {
        return Objects.requireNonNullElse(questionnaires, List.of());
    }

    public List<Consent> allConsents() {
        return Objects.requireNonNullElse(consents, List.of());
    }

    public List<ChartPhoto> allPhotos() {
        return Objects.requireNonNullElse(photos, List.of());
    }

    /** What the photo of a drawn line shows; nothing if the reader may not see it. */
    public @Nullable String pictureOf(Consultation.Hairline line) {
        return allPhotos().stream()
                .filter(it -> it.id().equals(line.photoId()))
                .map(it -> Texts.text("hairline.photo.alt", it.words()))
                .findFirst()
                .orElse(null);
    }

    public List<SelfCheck> allSelfChecks() {
        return Objects.requireNonNullElse(selfChecks, List.of());
    }

    public List<AdverseEvent> allAdverseEvents() {
        return Objects.requireNonNullElse(adverseEvents, List.of());
    }

    /** Those that this clinic can follow up, so that the same harm needn't be reported twice; empty without one. */
    public String adverseEventsOpenIn(String clinic) {
        return allAdverseEvents().stream()
                .filter(it -> it.isOpenIn(clinic))
                .map(it -> it.severityWords() + " · " + it.day())
                .collect(Collectors.joining("; "));
    }

    public List<AftercareReply> allAftercareReplies() {
        return Objects.requireNonNullElse(aftercareReplies, List.of());
    }

    /** Withdrawn ones too, as the chart shows them. */
    public List<ChartEntry> allAllergies() {
        return Objects.requireNonNullElse(allergies, List.of());
    }

    public List<ChartEntry> allDoctorsNotes() {
        return Objects.requireNonNullElse(doctorsNotes, List.of());
    }

    public List<ChartEntry> allNotes() {
        return Objects.requireNonNullElse(notes, List.of());
    }

    /** Those that count, for who works on the skin. */
    public List<ChartEntry> knownAllergies() {
        return allAllergies().stream().filter(ChartEntry::isCounting).toList();
    }

    /** What the last answers ask a doctor about. */
    public List<Questionnaire.Finding> forTheDoctor() {
        return allQuestionnaires().stream()
                .limit(1)
                .flatMap(it -> it.allFindings().stream())
                .filter(it -> it.effect().equals("DOCTORS_NOTE"))
                .toList();
    }

    /** The session of an appointment, running or signed. */
    public @Nullable ChartSession sessionIn(String appointment) {
        return Objects.requireNonNullElse(sessions, List.<ChartSession>of()).stream()
                .filter(it -> it.appointmentId().equals(appointment))
                .findFirst()
                .orElse(null);
    }

    public @Nullable ChartSession runningIn(String appointment) {
        return Objects.requireNonNullElse(sessions, List.<ChartSession>of()).stream()
                .filter(it ->
                        it.appointmentId().equals(appointment) && it.status().equals("IN_PROGRESS"))
                .findFirst()
                .orElse(null);
    }
}
