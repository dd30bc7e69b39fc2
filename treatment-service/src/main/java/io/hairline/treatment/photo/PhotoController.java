package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.consent.ConsentPurpose;
import io.hairline.treatment.consent.Consents;
import io.hairline.treatment.photo.Photo.WithdrawalReason;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/photos")
class PhotoController implements ChartPart {

    /** A slow phone keeps a thread for minutes; the others are for everybody else. */
    private static final int AT_ONCE = 8;

    private final Photos photos;
    private final ChartSessions sessions;
    private final Consents consents;
    private final ChartAccess access;
    private final MergedIds mergedClients;
    private final Semaphore uploads = new Semaphore(AT_ONCE);

    PhotoController(
            Photos photos, ChartSessions sessions, Consents consents, ChartAccess access, MergedIds mergedClients) {
        this.photos = photos;
        this.sessions = sessions;
        this.consents = consents;
        this.access = access;
        this.mergedClients = mergedClients;
    }

    /**
     * A photo without its picture.
     *
     * @param bytes length of the picture
     * @param width in pixels, before a viewer turns it as its orientation says
     */
    record View(
            PhotoId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            PhotoAngle angle,
            PhotoStage stage,
            String mediaType,
            long bytes,
            int width,
            int height,
            Instant takenAt) {

        static View of(Photo it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.clinicId(),
                    it.sessionId(),
                    it.angle(),
                    it.stage(),
                    it.mediaType(),
                    it.bytes(),
                    it.width(),
                    it.height(),
                    it.takenAt());
        }
    }

    /**
     * Stores a photo. What its file says beside the picture, such as where it was taken, is left out. The same picture sent
     * again for the same place is the photo that is there, so it needs no Idempotency-Key.
     */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = PhotoForm.Described.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> take(HttpServletRequest request) {
        if (!uploads.tryAcquire()) {
            throw new Refusal(Refusal.Kind.AWAY, "busy", "Many photos are coming in right now. Try again in a moment.")
                    .with("retryAfterSeconds", 5);
        }
        try {
            PhotoForm form = PhotoForm.of(request);
            ClinicId clinic = clinicOf(form.clientId(), form.sessionId());
            if (consents.inForce(form.clientId(), ConsentPurpose.CLINICAL_PHOTO).isEmpty()) {
                throw Refusal.state(
                        "consent-missing",
                        "The client hasn't agreed to photos in the chart; ask for that consent first.");
            }
            var subject = new Photo.Subject(form.clientId(), clinic, form.sessionId(), form.angle(), form.stage());
            return Versioned.created(photos.take(subject, form.file()), View::of);
        } finally {
            uploads.release();
        }
    }

    private ClinicId clinicOf(ClientId client, @Nullable SessionId session) {
        ClinicId reached = access.toTreatOrSelf(client);
        return session == null
                ? reached
                : sessions.seat(session)
                        .filter(it ->
                                mergedClients.same(it.clientId(), client) && access.isSelfOrTreatsIn(it.clinicId()))
                        .map(ChartSessions.Seat::clinicId)
                        .orElseThrow(() -> Refusal.input("sessionId", "is no session of this client in your clinics"));
    }

    /** The picture. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = {
                @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> get(@PathVariable PhotoId id) throws IOException {
        access.toReadAnybody();
        Photo photo = photos.require(id);
        access.toReadEntry(photo.clientId(), photo.clinicId(), photo.record());
        if (photo.withdrawal() != null) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.mediaType()))
                .contentLength(photo.bytes())
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(photos.open(photo)));
    }

    record Withdrawn(@NotNull WithdrawalReason reasonCode) {}

    /**
     * Takes a photo out of the chart that doesn't belong there; its picture is deleted, and stays deleted. The right one is
     * stored anew.
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/withdraw")
    ResponseEntity<View> withdraw(
            @PathVariable PhotoId id,
            @Valid @org.springframework.web.bind.annotation.RequestBody Withdrawn wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Photo found = photos.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.PHOTO);
        return Versioned.ok(photos.withdraw(id, wanted.reasonCode(), it -> Preconditions.check(ifMatch, it)), View::of);
    }

    /** A client's photos, latest first. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.PHOTOS)));
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.PHOTOS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(photos.of(client), Photo::clinicId, View::of);
    }
}
