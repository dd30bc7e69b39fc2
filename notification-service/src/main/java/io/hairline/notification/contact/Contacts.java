package io.hairline.notification.contact;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.consumer.CompactedTopicListener;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.merge.MergedIds;
import io.hairline.notification.ledger.Messages;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The copy of {@code booking.contacts}. */
@Component
public class Contacts implements CompactedTopicListener {

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final FieldEncryption encryption;
    private final Messages messages;
    private final Clock clock;

    Contacts(MongoTemplate mongo, FieldEncryption encryption, Messages messages, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.encryption = encryption;
        this.messages = messages;
        this.clock = clock;
    }

    /** For a client whose record was merged, the surviving one's. */
    public Optional<Contact> find(ClientId client) {
        return stored(client)
                .flatMap(it -> Optional.ofNullable(it.sealed()))
                .map(it -> EventJson.mapper()
                        .readValue(
                                encryption.open(
                                        it, mergedClients.survivor(client).value()),
                                ClientContact.class))
                .map(Contact::new);
    }

    public boolean isErased(ClientId client) {
        return stored(client).filter(it -> it.sealed() == null).isPresent();
    }

    private Optional<SealedContact> stored(ClientId client) {
        return Optional.ofNullable(mongo.findById(mergedClients.survivor(client).value(), SealedContact.class));
    }

    /** A message needs no other plan: address, language and zone are read when it leaves, and so is its quiet. */
    @Override
    public void keep(String key, byte[] state) {
        ClientContact contact = EventJson.readState(key, state, ClientContact.class, ClientContact::clientId);
        Query older = Query.query(Criteria.where("_id").is(key).and("version").lt(contact.version()));
        Update newer = new Update()
                .set("version", contact.version())
                .set("sealed", encryption.seal(state, key))
                .setOnInsert("_class", "contact");
        try {
            mongo.upsert(older, newer, SealedContact.class);
            messages.endQuiet(contact.clientId(), clock.instant());
        } catch (DuplicateKeyException _) {
            // What is there is as new, or the client is erased.
        }
    }

    /** A version above all others stays behind, so that nothing of the client comes back. */
    @Override
    public void erase(String key) {
        mongo.save(new SealedContact(key, Long.MAX_VALUE, null));
    }
}
