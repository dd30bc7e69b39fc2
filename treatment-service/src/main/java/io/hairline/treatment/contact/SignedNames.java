package io.hairline.treatment.contact;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.consumer.CompactedTopicListener;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Callers;
import io.hairline.treatment.encryption.Signature;
import java.util.Optional;
import org.bson.types.Binary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Compares signed names with the clients' own, of which it keeps a sealed copy. */
@Component
public class SignedNames implements CompactedTopicListener {

    private static final String OVERRIDE = "signature.overrideReason";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final FieldEncryption encryption;
    private final Callers callers;

    SignedNames(MongoTemplate mongo, FieldEncryption encryption, Callers callers, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.encryption = encryption;
        this.callers = callers;
    }

    /**
     * Refuses with {@code signature-mismatch} a name that isn't the client's, unless one of the staff answers for it with a
     * reason. Waits for a client who was registered a moment ago; outside transactions only.
     */
    public void requireMatch(ClientId client, Signature signature) {
        if (signature.overrideReason() != null) {
            if (!callers.current().isStaff()) {
                throw Refusal.input(OVERRIDE, "is for the clinic's staff; sign with your own name instead");
            }
            return;
        }
        if (!ReplicaWait.await(() -> find(client)).isSignedBy(signature.signedName())) {
            throw Refusal.rule(
                            "signature-mismatch",
                            "The signed name isn't the client's. Sign with the given and the family name that the clinic"
                                    + " knows; the clinic's staff can override this with a reason.")
                    .with("field", "signature.signedName");
        }
    }

    private Optional<PersonName> find(ClientId client) {
        ClientId survivor = mergedClients.survivor(client);
        return Optional.ofNullable(mongo.findById(survivor.value(), SealedName.class))
                .flatMap(it -> Optional.ofNullable(it.sealed()))
                .map(it -> EventJson.mapper()
                        .readValue(encryption.open(it.getData(), place(survivor.value())), PersonName.class));
    }

    @Override
    public void keep(String key, byte[] state) {
        ClientContact contact = EventJson.readState(key, state, ClientContact.class, ClientContact::clientId);
        byte[] name = EventJson.mapper().writeValueAsBytes(new PersonName(contact.givenName(), contact.familyName()));
        Query older = Query.query(Criteria.where("_id").is(key).and("version").lt(contact.version()));
        Update newer = new Update()
                .set("version", contact.version())
                .set("sealed", new Binary(encryption.seal(name, place(key))))
                .setOnInsert("_class", "clientName");
        try {
            mongo.upsert(older, newer, SealedName.class);
        } catch (DuplicateKeyException _) {
            // What is there is as new, or the client is erased.
        }
    }

    /** A version above all others stays behind, so that an old name doesn't come back. */
    @Override
    public void erase(String key) {
        mongo.save(new SealedName(key, Long.MAX_VALUE, null));
    }

    private static String place(String client) {
        return client + "|name";
    }
}
