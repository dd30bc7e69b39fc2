package io.hairline.treatment.hairline;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.HairlineApprovalId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.contact.SignedNames;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.hairline.HairlineApproval.Signed;
import io.hairline.treatment.photo.Photos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
class HairlineApprovalController implements ChartPart {

    private final HairlineApprovals approvals;
    private final Consultations consultations;
    private final Photos photos;
    private final SignedNames names;
    private final ChartAccess access;

    HairlineApprovalController(
            HairlineApprovals approvals,
            Consultations consultations,
            Photos photos,
            SignedNames names,
            ChartAccess access) {
        this.approvals = approvals;
        this.consultations = consultations;
        this.photos = photos;
        this.names = names;
        this.access = access;
    }

    record NewApproval(@NotNull @Valid Signature signature) {}

    /**
     * An approval.
     *
     * @param design the hairline as it was signed
     * @param photo the picture that was signed with it; absent where the design names none
     */
    record View(
            HairlineApprovalId id,
            long version,
            ConsultationId consultationId,
            ClientId clientId,
            ClinicId clinicId,
            HairlineDesign design,
            @Nullable SignedPhoto photo,
            Instant approvedAt) {}

    /**
     * A picture that was signed.
     *
     * @param sha256 of its bytes, as {@code GET /photos/{id}} gives them out
     * @param withdrawn whether it has been taken out of the chart since; the signature stays valid
     */
    record SignedPhoto(PhotoId photoId, String sha256, boolean withdrawn) {}

    /**
     * The client signs the hairline of a consultation, alone or before those who treat. With the consultation's version as If-Match,
     * a design that was corrected since the client saw it isn't signed.
     */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @PostMapping("/{id}/hairline-approval")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> approve(
            @PathVariable ConsultationId id,
            @Valid @RequestBody NewApproval approval,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Consultation drawn = consultations.require(id);
        access.toSignHairline(drawn.clientId(), drawn.clinicId());
        names.requireMatch(drawn.clientId(), approval.signature());
        return Versioned.created(
                approvals.approve(id, approval.signature(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @Override
    public String name() {
        return "hairlineApprovals";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.CONSULTATION;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(approvals.of(client), HairlineApproval::clinicId, this::view);
    }

    private View view(HairlineApproval it) {
        Signed signed = approvals.signedIn(it);
        return new View(
                it.id(),
                it.version(),
                it.consultationId(),
                it.clientId(),
                it.clinicId(),
                signed.design(),
                photoOf(signed),
                it.approvedAt());
    }

    private @Nullable SignedPhoto photoOf(Signed it) {
        @Nullable PhotoId photo = it.design().photoId();
        @Nullable String digest = it.pictureSha256();
        return photo == null || digest == null ? null : new SignedPhoto(photo, digest, !photos.isShown(photo));
    }
}
