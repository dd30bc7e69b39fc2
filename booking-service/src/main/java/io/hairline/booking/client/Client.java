package io.hairline.booking.client;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.kit.security.Caller;
import java.time.LocalDate;
import java.util.List;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person of the brand's one client base. Who she is lies sealed.
 *
 * @param particulars her {@link Particulars}, see {@link ClientEncryption}
 * @param registeredBy subject of who registered her
 * @param suspects clients she may be the same person as
 * @param keys what she is found by, see {@link SearchKeys}
 */
@PersonalData
@Document("clients")
@TypeAlias("client")
public record Client(
        @Id ClientId id,
        long version,
        int schema,
        Binary particulars,
        ClinicId homeClinicId,
        String registeredBy,
        List<ClientId> suspects,
        SearchKeys keys)
        implements Aggregate {

    private static final int SCHEMA = 2;

    /**
     * Who she is.
     *
     * @param email as it was written, see {@link io.hairline.kit.EmailAddress}
     * @param phone E.164
     * @param language BCP 47
     * @param zone IANA name
     */
    public record Particulars(
            String givenName,
            String familyName,
            LocalDate dateOfBirth,
            String email,
            String phone,
            String language,
            String zone) {

        String name() {
            return givenName + " " + familyName;
        }
    }

    static Change<Client> register(
            ClientId id,
            Binary particulars,
            SearchKeys keys,
            ClinicId home,
            String registeredBy,
            List<ClientId> suspects) {
        Client client = new Client(id, 1, SCHEMA, particulars, home, registeredBy, suspects, keys);
        return Change.to(client, new ClientRegistered(id, home, 1, suspects));
    }

    /** Whether a caller without a role may act for her: she herself, or the visitor who registered her. */
    public boolean isMadeOrIs(Caller caller) {
        return id.equals(caller.clientId()) || (caller.isGuest() && registeredBy.equals(caller.subject()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
