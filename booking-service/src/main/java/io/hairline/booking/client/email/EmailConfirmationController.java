package io.hairline.booking.client.email;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.ClientView;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Preconditions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients/{id}/email-confirmation")
class EmailConfirmationController {

    private final EmailConfirmation confirmation;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final Callers callers;

    EmailConfirmationController(
            EmailConfirmation confirmation, ClientEncryption encryption, Diary diary, Callers callers) {
        this.confirmation = confirmation;
        this.encryption = encryption;
        this.diary = diary;
        this.callers = callers;
    }

    /** Has a letter sent to the client's e-mail address, with a link by which the client confirms the address. */
    @PostMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true)
    ResponseEntity<ClientView> request(@PathVariable ClientId id) {
        Caller caller = callers.current();
        Client client = confirmation.request(id, caller);
        return ResponseEntity.ok()
                .eTag(Preconditions.etag(client))
                .body(ClientView.seen(client, encryption.open(client), diary::clinicsOf, caller));
    }
}
