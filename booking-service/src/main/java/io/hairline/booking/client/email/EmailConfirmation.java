package io.hairline.booking.client.email;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.Clients;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Caller;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Confirms clients' e-mail addresses, and asks for the letters by which they do so themselves. */
@Service
public class EmailConfirmation {

    private final EventLog eventLog;
    private final Clients clients;
    private final Diary diary;
    private final ConfirmationLimit limit;

    EmailConfirmation(EventLog eventLog, Clients clients, Diary diary, ConfirmationLimit limit) {
        this.eventLog = eventLog;
        this.clients = clients;
        this.diary = diary;
        this.limit = limit;
    }

    /** Asks for a letter, for those who may change the address. */
    Client request(ClientId id, Caller caller) {
        return eventLog.record(Client.class, () -> {
            Client client = clients.require(id);
            if (!client.mayBeChangedBy(caller, diary::attended)) {
                throw Refusal.notFound();
            }
            Change<Client> requested = client.requestEmailConfirmation();
            limit.admit(client);
            return requested;
        });
    }

    /**
     * What was sent to the address of this very record has reached the client. Nothing happens if that address is confirmed, if
     * the client has another one by now, or if they are erased.
     *
     * @param contactVersion the client's version whose address it was
     */
    public void confirm(ClientId id, long contactVersion) {
        confirm(id, it -> it.confirmEmail(contactVersion));
    }

    /**
     * The same where the address is known by its tokens.
     *
     * @param contact the client's {@link Client#contactTokens} of then; with others now, nothing happens
     */
    public void confirm(ClientId id, List<String> contact) {
        confirm(id, it -> it.contactTokens().equals(contact) ? it.confirmEmail(it.version()) : Change.none(it));
    }

    private void confirm(ClientId id, Function<Client, Change<Client>> how) {
        var _ = RequestContext.current()
                .withoutKey()
                .run(() -> eventLog.recordAll(
                        Client.class,
                        () -> clients.findStored(id).map(how).stream().toList()));
    }
}
