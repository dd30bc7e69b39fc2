package io.hairline.booking.client.erasure;

import io.hairline.booking.client.Client;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests to erase what is held of a client, and what became of them. */
@RestController
@RequestMapping("/api/v1")
class ErasureController {

    private static final Role[] STAFF = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final ErasureHandling handling;
    private final Erasures erasures;
    private final Callers callers;

    ErasureController(ErasureHandling handling, Erasures erasures, Callers callers) {
        this.handling = handling;
        this.erasures = erasures;
        this.callers = callers;
    }

    /** Whether all services have answered. */
    enum Status {
        RUNNING,
        DONE
    }

    /**
     * What one service has done.
     *
     * @param done whether it has answered
     * @param erased codes of what was there and is gone
     */
    record Part(String name, boolean done, List<String> erased, List<KeptData> kept) {}

    /** @param completedAt absent as long as a service hasn't answered */
    record View(
            ErasureId id,
            long version,
            ClientId clientId,
            ClinicId homeClinicId,
            Instant requestedAt,
            Status status,
            @Nullable Instant completedAt,
            List<Part> services) {

        static View of(Erasure it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.homeClinicId(),
                    it.requestedAt(),
                    it.completedAt() == null ? Status.RUNNING : Status.DONE,
                    it.completedAt(),
                    Erasure.SERVICES.stream().map(name -> part(it, name)).toList());
        }

        private static Part part(Erasure it, String name) {
            List<Erasure.Answer> answers = it.answers().stream()
                    .filter(answer -> answer.service().equals(name))
                    .toList();
            return new Part(
                    name,
                    answers.size() == it.records().size(),
                    answers.stream()
                            .flatMap(answer -> answer.erased().stream())
                            .distinct()
                            .toList(),
                    answers.stream()
                            .flatMap(answer -> answer.kept().stream())
                            .distinct()
                            .toList());
        }
    }

    /**
     * Erases what is held of a client: here at once, by the other services in the next seconds. It can't be undone. A repeat
     * answers with the same request.
     */
    @PostMapping("/clients/{id}/erase")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(
            staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE},
            clients = true)
    ResponseEntity<View> erase(@PathVariable ClientId id) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.require(STAFF);
        }
        Optional<Erasure> before = erasures.of(id).filter(it -> maySee(it, caller));
        Erasure erasure = before.orElseGet(() -> handling.request(id, caller.subject(), it -> check(it, caller)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Preconditions.etag(erasure))
                .body(View.of(erasure));
    }

    private static void check(Client it, Caller caller) {
        if (!it.id().equals(caller.clientId()) && !caller.mayIn(it.homeClinicId(), STAFF)) {
            throw Refusal.notFound();
        }
    }

    /** What became of a request; for the client as long as they are logged in. */
    @GetMapping("/erasures/{id}")
    @AllowedFor(
            staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE},
            clients = true)
    ResponseEntity<View> get(@PathVariable ErasureId id) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.require(STAFF);
        }
        Erasure erasure = erasures.require(id);
        if (!maySee(erasure, caller)) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok().eTag(Preconditions.etag(erasure)).body(View.of(erasure));
    }

    private static boolean maySee(Erasure it, Caller caller) {
        ClientId own = caller.clientId();
        return (own != null && it.records().contains(own)) || caller.mayIn(it.homeClinicId(), STAFF);
    }

    /** Those of a clinic's clients, the latest first. */
    @GetMapping("/erasures")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Caller caller = callers.current();
        caller.require(STAFF);
        int most = Page.limit(limit);
        ErasureId before = Page.position(cursor, ErasureId::new);
        caller.requireIn(clinicId, STAFF);
        return Page.of(
                        erasures.of(clinicId, before, most + 1),
                        most,
                        it -> it.id().value())
                .map(View::of);
    }
}
