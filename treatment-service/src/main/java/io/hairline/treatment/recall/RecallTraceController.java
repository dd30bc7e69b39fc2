package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.treatment.document.DocumentWords;
import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.recall.exposure.Exposure;
import io.hairline.treatment.recall.exposure.TestedClient;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that a recall reaches, page by page and as one file. */
@RestController
@RequestMapping("/api/v1/recalls/{id}")
class RecallTraceController {

    private final Recalls recalls;
    private final RecallTracing tracing;

    RecallTraceController(Recalls recalls, RecallTracing tracing) {
        this.recalls = recalls;
        this.tracing = tracing;
    }

    /**
     * A client's notice.
     *
     * @param clinicId one clinic where the batch was used on the client
     * @param withdrawnAt when it was taken back, since the recall named the wrong batch
     * @param messages by which the client was told, or wasn't
     * @param toldBy how the clinic's people told the client, where they noted it; absent where the client confirmed it
     * @param erasedAt when the client was erased, who can't be told any more
     */
    record Notice(
            RecallNoticeId id,
            ClientId clientId,
            ClinicId clinicId,
            Instant openedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt,
            List<RecallTracing.Told> messages,
            RecallNotice.@Nullable ToldBy toldBy,
            @Nullable Instant erasedAt) {

        static Notice of(RecallTracing.Notified told) {
            RecallNotice it = told.notice();
            return new Notice(
                    it.id(),
                    it.clientId(),
                    it.clinicId(),
                    it.openedAt(),
                    it.acknowledgedAt(),
                    it.withdrawnAt(),
                    told.messages(),
                    it.toldBy(),
                    it.erasedAt());
        }
    }

    /** How much the recall reaches, and how many clients have acknowledged it. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/counts")
    RecallTracing.Counts counts(@PathVariable RecallId id) {
        return tracing.countsOf(recalls.require(id));
    }

    /** Every session in which the batch was used, alone or mixed in a cup, or as a needle; in the order of their ids. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/sessions")
    Page<Exposure> sessions(
            @PathVariable RecallId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        SessionId after = Page.position(cursor, SessionId::new);
        return Page.of(
                tracing.sessionsOf(recalls.require(id), after, most + 1),
                most,
                it -> it.sessionId().value());
    }

    /** Every patch test for which the batch was put on a client's skin; in the order of their ids. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/patch-tests")
    Page<TestedClient> patchTests(
            @PathVariable RecallId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        PatchTestId after = Page.position(cursor, PatchTestId::new);
        return Page.of(
                tracing.patchTestsOf(recalls.require(id), after, most + 1),
                most,
                it -> it.patchTestId().value());
    }

    /** Every client on whom the batch was used, at once, also before the client's notice is opened; in the order of their ids. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/clients")
    Page<RecallTracing.Concerned> clients(
            @PathVariable RecallId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        ClientId after = Page.position(cursor, ClientId::new);
        return Page.of(
                tracing.clientsOf(recalls.require(id), after, most + 1),
                most,
                it -> it.clientId().value());
    }

    /** The notices in the order they were opened; with {@code acknowledged=false} those that are still to be confirmed. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/notices")
    Page<Notice> notices(
            @PathVariable RecallId id,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        RecallNoticeId after = Page.position(cursor, RecallNoticeId::new);
        return Page.of(
                        tracing.noticesOf(recalls.require(id), after, acknowledged, most + 1),
                        most,
                        it -> it.notice().aggregateId())
                .map(Notice::of);
    }

    /** Every clinic where the batch was used or some of it is left. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @GetMapping("/clinics")
    Page<RecallTracing.InClinic> clinics(@PathVariable RecallId id) {
        return Page.whole(tracing.clinicsOf(recalls.require(id)));
    }

    /**
     * What an authority asks of a recall, as one file with every session, client and bottle.
     *
     * @param languages the file is in the first of them that is English, German, French or Spanish; in English otherwise
     */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @ApiResponse(
            responseCode = "200",
            description = "The evidence pack",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(value = "/evidence", produces = MediaType.APPLICATION_PDF_VALUE)
    void evidence(
            @PathVariable RecallId id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletResponse response)
            throws IOException {
        DocumentWords words = DocumentWords.accepted(languages);
        try (PdfDocument pack = tracing.evidenceOf(recalls.require(id)).pdf(words)) {
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            pack.writeTo(response.getOutputStream());
        }
    }
}
