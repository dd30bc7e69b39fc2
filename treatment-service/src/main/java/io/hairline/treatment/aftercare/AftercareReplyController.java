package io.hairline.treatment.aftercare;

import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.photo.NamedPhotos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/aftercare-replies")
class AftercareReplyController implements ChartPart {

    private final AftercareReplies replies;
    private final NamedPhotos photos;
    private final ChartAccess access;
    private final Callers callers;

    AftercareReplyController(AftercareReplies replies, NamedPhotos photos, ChartAccess access, Callers callers) {
        this.replies = replies;
        this.photos = photos;
        this.access = access;
        this.callers = callers;
    }

    /** @param messageId the advice that it is about; without one, it is about the client's last session */
    record NewAftercareReply(
            @Nullable MessageId messageId,
            @NotBlank @Size(max = 2_000) @Paragraphs String text,
            @Nullable @Size(max = 6) List<@NotNull PhotoId> photoIds) {}

    record NewAnswer(
            @NotBlank @Size(max = 2_000) @Paragraphs String text) {}

    /**
     * A client's question.
     *
     * @param answer what the clinic said; absent until it has
     */
    record View(
            AftercareReplyId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable MessageId messageId,
            String text,
            List<PhotoId> photoIds,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** The client asks whether what there is to see is normal. */
    @AllowedFor(clients = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> ask(@Valid @RequestBody NewAftercareReply wanted) {
        Caller caller = callers.current();
        ClientId client = Optional.ofNullable(caller.clientId()).orElseThrow(Refusal::forbidden);
        MessageId message = wanted.messageId();
        AftercareReply.Subject about =
                message == null ? replies.requireSession(client) : replies.requireMessage(message, client);
        List<PhotoId> seen = Objects.requireNonNullElse(wanted.photoIds(), List.of());
        return Versioned.created(
                replies.ask(about, wanted.text(), seen, () -> photos.requireAllOf(client, seen, "photoIds")),
                this::view);
    }

    /** Those who treat the client answer, once. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{id}/answer")
    ResponseEntity<View> answer(
            @PathVariable AftercareReplyId id,
            @Valid @RequestBody NewAnswer wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toTreatAnybody();
        AftercareReply found = replies.require(id);
        access.toChangeEntry(found.clientId(), found.clinicId(), AccessedRecord.AFTERCARE_REPLIES);
        return Versioned.ok(replies.answer(id, wanted.text(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.AFTERCARE_REPLIES)));
    }

    @Override
    public String name() {
        return "aftercareReplies";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.AFTERCARE_REPLIES;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(replies.of(client), AftercareReply::clinicId, this::view);
    }

    private View view(AftercareReply it) {
        AftercareReply.Answer answer = it.answer();
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.messageId(),
                replies.textOf(it),
                it.photoIds(),
                it.askedAt(),
                answer == null ? null : replies.answerOf(it, answer),
                answer == null ? null : answer.at());
    }
}
