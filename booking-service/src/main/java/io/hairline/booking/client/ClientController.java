package io.hairline.booking.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hairline.booking.client.search.ClientSearch;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

    private static final Role[] STAFF = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private final ClientRegistration registration;
    private final ClientCorrection correction;
    private final ClientSearch search;
    private final Clients clients;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final Callers callers;
    private final Clock clock;

    ClientController(
            ClientRegistration registration,
            ClientCorrection correction,
            ClientSearch search,
            Clients clients,
            ClientEncryption encryption,
            Diary diary,
            Callers callers,
            Clock clock) {
        this.registration = registration;
        this.correction = correction;
        this.search = search;
        this.clients = clients;
        this.encryption = encryption;
        this.diary = diary;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param familyName left out for a person with a single name */
    record NewClient(
            @NotBlank @Size(max = 100) String givenName,
            @Nullable @Size(max = 100) String familyName,
            @NotNull LocalDate dateOfBirth,
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 40) String phone,
            @NotBlank @Size(max = 35) String language,
            @NotBlank @Size(max = 60) String zone,
            @NotNull ClinicId homeClinicId,
            @Nullable Boolean allowDuplicate) {

        ClientInput.Sent sent() {
            return new ClientInput.Sent(givenName, familyName, dateOfBirth, email, phone, language, zone);
        }
    }

    /**
     * All that is to be known from now on.
     *
     * @param familyName left out for a person with a single name
     * @param dateOfBirth a change is for the clinic's staff, with a reason code
     */
    record CorrectedClient(
            @NotBlank @Size(max = 100) String givenName,
            @Nullable @Size(max = 100) String familyName,
            @NotNull LocalDate dateOfBirth,
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 40) String phone,
            @NotBlank @Size(max = 35) String language,
            @NotBlank @Size(max = 60) String zone,
            @NotNull ClinicId homeClinicId,

            @Nullable @Pattern(regexp = ReasonCodes.CLIENT_CORRECTION, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason) {

        ClientInput.Sent sent() {
            return new ClientInput.Sent(givenName, familyName, dateOfBirth, email, phone, language, zone);
        }
    }

    record Hit(@JsonUnwrapped ClientView client, double score) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            guests = true)
    ResponseEntity<ClientView> register(@Valid @RequestBody NewClient wanted) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(wanted.homeClinicId(), STAFF);
        } else if (!caller.isGuest()) {
            throw Refusal.forbidden();
        }
        Client client = registration.register(
                particulars(wanted.sent(), wanted.homeClinicId()),
                wanted.homeClinicId(),
                caller,
                Boolean.TRUE.equals(wanted.allowDuplicate()));
        return answer(HttpStatus.CREATED, client, ClientView.of(client, encryption.open(client), caller));
    }

    private Client.Particulars particulars(ClientInput.Sent sent, ClinicId home) {
        return ClientInput.particulars(
                sent, registration.countryOf(home), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @PutMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<ClientView> correct(
            @PathVariable ClientId id,
            @Valid @RequestBody CorrectedClient wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.require(Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE);
        }
        Client client = correction.correct(
                id,
                new ClientCorrection.Correction(
                        particulars(wanted.sent(), wanted.homeClinicId()),
                        wanted.homeClinicId(),
                        wanted.reasonCode(),
                        wanted.reason()),
                caller,
                it -> Preconditions.check(ifMatch, it));
        Client.Particulars known = encryption.open(client);
        return answer(HttpStatus.OK, client, seen(client, known, caller));
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<ClientView> get(@PathVariable ClientId id) {
        Caller caller = callers.current();
        Client client = clients.require(id);
        if (!caller.hasAny(STAFF) && !client.isMadeOrIs(caller)) {
            throw Refusal.notFound();
        }
        return answer(HttpStatus.OK, client, seen(client, encryption.open(client), caller));
    }

    private ClientView seen(Client client, Client.Particulars known, Caller caller) {
        return ClientView.seen(client, known, diary::clinicsOf, caller);
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<Hit> find(
            @RequestParam @NotBlank @Size(max = 200) String query, @RequestParam(defaultValue = "20") int limit) {
        Caller caller = callers.current();
        caller.require(STAFF);
        return Page.whole(search.find(query, caller, Page.limit(limit)))
                .map(it -> new Hit(ClientView.of(it.client(), it.particulars(), caller), it.score()));
    }

    private static ResponseEntity<ClientView> answer(HttpStatus status, Client client, ClientView view) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(client)).body(view);
    }
}
