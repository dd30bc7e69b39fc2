package io.hairline.booking.client.merge;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.ClientView;
import io.hairline.booking.client.Clients;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that may be of one person: suggested, merged, and taken apart again. */
@RestController
@RequestMapping("/api/v1")
class MergeController {

    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final ClientMerging merging;
    private final Clients clients;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final Callers callers;

    MergeController(ClientMerging merging, Clients clients, ClientEncryption encryption, Diary diary, Callers callers) {
        this.merging = merging;
        this.clients = clients;
        this.encryption = encryption;
        this.diary = diary;
        this.callers = callers;
    }

    record Merge(@NotNull ClientId intoId) {}

    /**
     * Two records that may be of one person.
     *
     * @param client the later one, as an id and what the caller may see of it
     * @param clientId the later one's own id, whether merged or not
     * @param other the one that was there before
     * @param score from 0 to 1: how likely they are the same person
     * @param because what they have in common: {@code PHONE}, {@code EMAIL} or {@code NAME_AND_BIRTH}
     * @param merged whether the later one is merged into the other
     */
    record Duplicate(
            String clientId, ClientView client, ClientView other, double score, List<String> because, boolean merged) {}

    /** The survivor; everything that is known under the merged id is seen under it from now on. */
    @PostMapping("/clients/{id}/merge")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClientView> merge(@PathVariable String id, @Valid @RequestBody Merge wanted) {
        Caller caller = callers.current();
        caller.require(DESK);
        return answer(merging.merge(stored(id), wanted.intoId(), it -> check(it, caller)), caller);
    }

    /** The client who stands for itself again, with everything that was known under this id. */
    @PostMapping("/clients/{id}/unmerge")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClientView> unmerge(@PathVariable String id) {
        Caller caller = callers.current();
        caller.require(DESK);
        return answer(merging.unmerge(stored(id), it -> check(it, caller)), caller);
    }

    /** A clinic's clients who may be somebody else's record as well, or are merged, the latest first. */
    @GetMapping("/duplicates")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Page<Duplicate> duplicates(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Caller caller = callers.current();
        caller.require(DESK);
        int most = Page.limit(limit);
        ClientId before = Page.position(cursor, ClientId::new);
        caller.requireIn(clinicId, DESK);
        Page<Client> page = Page.of(
                clients.doubtful(clinicId, before, most + 1),
                most,
                it -> it.id().value());
        return new Page<>(page.items().stream().flatMap(it -> pairs(it, caller)).toList(), page.nextCursor());
    }

    /** With each record that may be the same person's; once merged, with the survivor alone. */
    private Stream<Duplicate> pairs(Client it, Caller caller) {
        ClientId into = it.mergedInto();
        List<ClientId> others = into == null ? it.suspects() : List.of(into);
        return others.stream()
                .flatMap(other -> clients.findStored(other).stream())
                .filter(other -> other.mergedInto() == null)
                .map(other -> new Duplicate(
                        it.id().value(),
                        view(it, caller),
                        view(other, caller),
                        RecordSimilarity.score(it.keys(), other.keys()),
                        RecordSimilarity.because(it.keys(), other.keys()),
                        into != null));
    }

    /** The path names a record by its own id, which is merged when the merge is undone. */
    private static ClientId stored(String id) {
        try {
            return new ClientId(id);
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound();
        }
    }

    /** The desk of the home clinic, or of a clinic that the client has been to. */
    private void check(Client client, Caller caller) {
        boolean may = caller.mayIn(client.homeClinicId(), DESK)
                || diary.attended(client.id()).stream().anyMatch(it -> caller.mayIn(it, DESK));
        if (!may) {
            throw Refusal.notFound();
        }
    }

    private ClientView view(Client it, Caller caller) {
        return ClientView.inClinics(it, encryption.open(it), diary.clinicsOf(it.id()), caller);
    }

    private ResponseEntity<ClientView> answer(Client it, Caller caller) {
        return ResponseEntity.ok().eTag(Preconditions.etag(it)).body(view(it, caller));
    }
}
