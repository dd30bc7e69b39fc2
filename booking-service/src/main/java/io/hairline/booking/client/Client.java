package io.hairline.booking.client;

import io.hairline.booking.client.search.SearchKeys;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientEmailConfirmed;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.kit.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person of the brand's one client base. Name, birth and contact are stored sealed.
 *
 * @param particulars the {@link Particulars}, see {@link ClientEncryption}; absent once the client is erased
 * @param registeredBy subject of the caller who registered the client
 * @param suspects clients who may be the same person
 * @param keys what the client is found by, see {@link SearchKeys}
 * @param mergedInto the client who is the same person and under whom this one is seen; absent if it stands for itself
 * @param email how far the e-mail address is known to be the client's; what is stored without it counts as not confirmed
 */
@PersonalData
@Document("clients")
@TypeAlias("client")
public record Client(
        @Id ClientId id,
        long version,
        int schema,
        @Nullable Binary particulars,
        ClinicId homeClinicId,
        String registeredBy,
        List<ClientId> suspects,
        SearchKeys keys,
        @Nullable ClientId mergedInto,
        Email email)
        implements Aggregate {

    static final int SCHEMA = 3;

    static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    public Client {
        email = Objects.requireNonNullElse(email, Email.since(version));
    }

    /**
     * How far an e-mail address is known to be the client's.
     *
     * @param since the client's version from which on the present address holds
     * @param confirmed whether the client has shown that what is sent to the present address reaches them
     * @param setByStaff whether a clinic gave the present address in place of another
     */
    public record Email(long since, boolean confirmed, boolean setByStaff) {

        static Email since(long version) {
            return new Email(version, false, false);
        }
    }

    /**
     * What is known of the person.
     *
     * @param familyName empty for a person with a single name
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

        public String name() {
            return familyName.isEmpty() ? givenName : givenName + " " + familyName;
        }
    }

    static Change<Client> register(
            ClientId id,
            Binary particulars,
            SearchKeys keys,
            ClinicId home,
            String registeredBy,
            List<ClientId> suspects) {
        Client client =
                new Client(id, 1, SCHEMA, particulars, home, registeredBy, suspects, keys, null, Email.since(1));
        return Change.to(client, new ClientRegistered(id, home, 1, suspects));
    }

    /** Replaces what is known; the contact has the client's new version. Another e-mail address isn't confirmed. */
    Change<Client> correct(Binary corrected, SearchKeys newKeys, ClinicId home, boolean byStaff) {
        long next = version + 1;
        boolean emailChanged = !newKeys.email().equals(keys.email());
        Email known = emailChanged ? new Email(next, false, byStaff) : email;
        Client client =
                new Client(id, next, SCHEMA, corrected, home, registeredBy, suspects, newKeys, mergedInto, known);
        return Change.to(client, new ClientContactChanged(id, next, home, emailChanged));
    }

    /** Asks for a letter by which the client confirms the e-mail address. */
    public Change<Client> requestEmailConfirmation() {
        if (email.confirmed()) {
            throw Refusal.state(
                    "email-already-confirmed", "The e-mail address is confirmed already; no letter is needed.");
        }
        return Change.to(with(mergedInto, email), new EmailConfirmationRequested(id, homeClinicId, email.since()));
    }

    /**
     * What was sent to the e-mail address has reached the client.
     *
     * @param contactVersion the client's version whose address it was; that of an earlier address changes nothing
     */
    public Change<Client> confirmEmail(long contactVersion) {
        if (isErased() || email.confirmed() || contactVersion < email.since()) {
            return Change.none(this);
        }
        Email confirmed = new Email(email.since(), true, email.setByStaff());
        return Change.to(with(mergedInto, confirmed), new ClientEmailConfirmed(id, homeClinicId, email.since()));
    }

    /** From now on this record is seen under another one of the same person. */
    public Change<Client> mergeInto(ClientId survivor) {
        return Change.to(with(survivor, email), new ClientMerged(id, survivor, homeClinicId));
    }

    /** The record stands for itself again. */
    public Change<Client> unmerge(ClientId survivor) {
        return Change.to(with(null, email), new ClientUnmerged(id, survivor, homeClinicId));
    }

    /** Nothing of the person is left: the record is an id that others still name. */
    public Change<Client> erase(ErasureId request) {
        Client nobody = new Client(
                id,
                version + 1,
                SCHEMA,
                null,
                homeClinicId,
                registeredBy,
                List.of(),
                SearchKeys.NONE,
                mergedInto,
                Email.since(version + 1));
        return Change.to(nobody, new ClientErased(id, request, homeClinicId));
    }

    /** Whether nothing is known of the person any more, and never will be. */
    public boolean isErased() {
        return particulars == null;
    }

    private Client with(@Nullable ClientId survivor, Email known) {
        return new Client(
                id, version + 1, schema, particulars, homeClinicId, registeredBy, suspects, keys, survivor, known);
    }

    /**
     * Whether a caller may change what is known: the client, the visitor who registered them, and the desks of the home clinic
     * and of clinics they have been to.
     *
     * @param attended clinics that a client has been to, asked for only where it matters
     */
    public boolean mayBeChangedBy(Caller caller, Function<ClientId, Set<ClinicId>> attended) {
        return isMadeOrIs(caller)
                || caller.mayIn(homeClinicId, DESK)
                || (caller.isStaff() && attended.apply(id).stream().anyMatch(clinic -> caller.mayIn(clinic, DESK)));
    }

    /** Whether a caller without a role may act for the client: the client, or the visitor who registered them. */
    public boolean isMadeOrIs(Caller caller) {
        return id.equals(caller.clientId()) || (caller.isGuest() && registeredBy.equals(caller.subject()));
    }

    /** What {@link Clients#contactToken} makes of the client's phone and e-mail. */
    public List<String> contactTokens() {
        return List.of(keys.phone(), keys.email());
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
