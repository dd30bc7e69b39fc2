package io.hairline.booking.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.EmailAddress;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

    private static final Role[] STAFF = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private static final int EARLIEST_YEAR = 1900;

    private final ClientRegistration registration;
    private final ClientSearch findingClients;
    private final Clients clients;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final Callers callers;

    ClientController(
            ClientRegistration registration,
            ClientSearch findingClients,
            Clients clients,
            ClientEncryption encryption,
            Diary diary,
            Callers callers) {
        this.registration = registration;
        this.findingClients = findingClients;
        this.clients = clients;
        this.encryption = encryption;
        this.diary = diary;
        this.callers = callers;
    }

    record NewClient(
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @NotNull @Past(message = "must be in the past") LocalDate dateOfBirth,

            @NotBlank @Size(max = 254) String email,

            @NotBlank @Size(max = 40) String phone,

            @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?", message = "must be a language such as de or en-GB")
            String language,

            @NotBlank @Size(max = 60) String zone,
            @NotNull ClinicId homeClinicId,
            @Nullable Boolean allowDuplicate) {

        /** A phone number without its country is one of the clinic's country. */
        Client.Particulars particulars(String country) {
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw Refusal.input("zone", "must be a time zone such as Europe/Berlin");
            }
            if (dateOfBirth.getYear() < EARLIEST_YEAR) {
                throw Refusal.input("dateOfBirth", "must be a date of somebody alive");
            }
            return new Client.Particulars(
                    name("givenName", givenName),
                    name("familyName", familyName),
                    dateOfBirth,
                    mailable(email.strip()),
                    PhoneNumbers.e164(phone, country)
                            .orElseThrow(() -> Refusal.input(
                                    "phone", "must be a phone number with its country, such as +49 30 901820")),
                    language,
                    zone);
        }

        /** As it was written: only the receiving server may say that two spellings are one mailbox. */
        private static String mailable(String email) {
            try {
                EmailAddress.parse(email);
                return email;
            } catch (IllegalArgumentException e) {
                throw Refusal.input("email", String.valueOf(e.getMessage()));
            }
        }

        private static String name(String field, String written) {
            if (SearchKeys.plain(written).isEmpty()) {
                throw Refusal.input(field, "must be a name");
            }
            return written.strip();
        }
    }

    record Hit(@JsonUnwrapped ClientView client, double score) {}

    @PostMapping
    ResponseEntity<ClientView> register(@Valid @RequestBody NewClient wanted) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.requireIn(wanted.homeClinicId(), STAFF);
        } else if (!caller.isGuest()) {
            throw Refusal.forbidden();
        }
        Client client = registration.register(
                wanted.particulars(registration.countryOf(wanted.homeClinicId())),
                wanted.homeClinicId(),
                caller,
                Boolean.TRUE.equals(wanted.allowDuplicate()));
        return answer(HttpStatus.CREATED, client, ClientView.of(client, encryption.open(client), caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<ClientView> get(@PathVariable ClientId id) {
        Caller caller = callers.current();
        Client client = clients.require(id);
        if (!caller.hasAny(STAFF) && !client.isMadeOrIs(caller)) {
            throw Refusal.notFound();
        }
        Client.Particulars hers = encryption.open(client);
        ClientView view = ClientView.of(client, hers, caller);
        return answer(
                HttpStatus.OK,
                client,
                view.masked() ? ClientView.inClinics(client, hers, diary.clinicsOf(id), caller) : view);
    }

    @GetMapping
    Page<Hit> find(
            @RequestParam @NotBlank @Size(max = 200) String query, @RequestParam(defaultValue = "20") int limit) {
        Caller caller = callers.current();
        caller.require(STAFF);
        return Page.whole(findingClients.find(query, caller, Page.limit(limit)))
                .map(it -> new Hit(ClientView.of(it.client(), it.particulars(), caller), it.score()));
    }

    private static ResponseEntity<ClientView> answer(HttpStatus status, Client client, ClientView view) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(client)).body(view);
    }
}
