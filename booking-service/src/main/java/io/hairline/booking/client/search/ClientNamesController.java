package io.hairline.booking.client.search;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.ClientView;
import io.hairline.booking.client.Clients;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the clients of a list are called, such as those of a clinic's week. */
@RestController
@RequestMapping("/api/v1/clients/names")
class ClientNamesController {

    private static final Role[] STAFF = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private final Clients clients;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final Callers callers;

    ClientNamesController(Clients clients, ClientEncryption encryption, Diary diary, Callers callers) {
        this.clients = clients;
        this.encryption = encryption;
        this.diary = diary;
        this.callers = callers;
    }

    /**
     * A client's name.
     *
     * @param id the survivor's where a record was merged into another
     * @param familyName empty for a person with a single name
     * @param masked whether the names are cut, for clinics that the client doesn't visit
     */
    record Name(ClientId id, String givenName, String familyName, boolean masked) {
        static Name of(ClientView it) {
            return new Name(it.id(), it.givenName(), it.familyName(), it.masked());
        }
    }

    /** Of up to 200 clients; unknown and erased ones are left out. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<Name> names(@RequestParam @NotNull @Size(min = 1, max = Page.MOST) Set<ClientId> id) {
        Caller caller = callers.current();
        caller.require(STAFF);
        return Page.whole(clients.known(id)).map(it -> Name.of(seen(it, caller)));
    }

    private ClientView seen(Client it, Caller caller) {
        return ClientView.seen(it, encryption.open(it), diary::clinicsOf, caller);
    }
}
