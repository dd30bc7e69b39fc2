package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.healing.HealingAssessment.Findings;
import io.hairline.treatment.healing.HealingAssessmentViews.View;
import io.hairline.treatment.healing.HealingAssessments.Seated;
import io.hairline.treatment.photo.NamedPhotos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/healing-assessments")
class HealingAssessmentController implements ChartPart {

    private final HealingAssessments assessments;
    private final ChartSessions sessions;
    private final ReleaseCheck releaseCheck;
    private final NamedPhotos photos;
    private final HealingAssessmentViews views;
    private final ChartAccess access;

    HealingAssessmentController(
            HealingAssessments assessments,
            ChartSessions sessions,
            ReleaseCheck releaseCheck,
            NamedPhotos photos,
            HealingAssessmentViews views,
            ChartAccess access) {
        this.photos = photos;
        this.assessments = assessments;
        this.views = views;
        this.sessions = sessions;
        this.releaseCheck = releaseCheck;
        this.access = access;
    }

    /**
     * What is seen of the skin.
     *
     * @param photoIds for HEALED with one of stage HEALED that was taken after the last session and the last assessment that delays,
     *     unless the client hasn't agreed to photos in the chart
     * @param retentionPercent how much of the colour has stayed
     */
    record NewHealingAssessment(
            @NotNull SessionId sessionId,
            @NotNull HealingResult result,
            @Nullable @Size(max = 12) List<@NotNull PhotoId> photoIds,
            @Nullable @Min(0) @Max(100) Integer retentionPercent) {}

    /**
     * Keeps how the skin looks. HEALED releases the next session, and is refused as {@code too-early} before the session's
     * {@code healedFrom}; NOT_YET and PROBLEM delay it at any time. For those who treat in the session's clinic, and for those of a
     * clinic to which the client goes for treatment, by a visit that the client booked or a pass for treatment or a transfer; others
     * who may read the session are refused as {@code pass-needed}.
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> assess(@Valid @RequestBody NewHealingAssessment wanted) {
        access.toTreatAnybody();
        ChartSessions.Seat session = sessions.seat(wanted.sessionId()).orElseThrow(Refusal::notFound);
        ClinicId seenIn = access.toTreatFromEntry(session.clientId(), session.clinicId(), AccessedRecord.SESSION);
        if (session.completedAt() == null) {
            throw Refusal.state("illegal-move", "Complete the session first; the skin heals afterwards.");
        }
        Findings findings = new Findings(
                wanted.result(), Objects.requireNonNullElse(wanted.photoIds(), List.of()), wanted.retentionPercent());
        var subject = new HealingAssessment.Subject(session.id(), session.clientId(), seenIn, session.clinicId());
        return Versioned.created(
                assessments.assess(subject, findings, () -> {
                    photos.requireAllOf(session.clientId(), findings.photoIds(), "photoIds");
                    return releaseCheck.check(session.clientId(), findings);
                }),
                views::of);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable HealingAssessmentId id) {
        access.toReadAnybody();
        HealingAssessment found = assessments.require(id);
        Seated seated = assessments.seated(List.of(found)).getFirst();
        var _ = access.toReadEntry(found.clientId(), seated.clinics(), AccessedRecord.HEALING_ASSESSMENT);
        return Versioned.ok(found, _ -> views.of(seated));
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.HEALING_ASSESSMENTS)));
    }

    @Override
    public String name() {
        return "healingAssessments";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.HEALING_ASSESSMENTS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return views.of(assessments.of(client), reading);
    }
}
