package io.hairline.booking.client;

import io.hairline.booking.client.search.SearchKeys;
import io.hairline.contracts.ClinicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Finds clients by what is known of them: their contacts, names and dates of birth are stored as sealed search keys. */
@Repository
public class ClientKeySearch {

    private static final int MOST_SIMILAR = 100;
    private static final int MOST_AT_ONCE = 10_000;

    private final MongoTemplate mongo;
    private final ClientEncryption encryption;
    private final Clients clients;

    ClientKeySearch(MongoTemplate mongo, ClientEncryption encryption, Clients clients) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.clients = clients;
    }

    public List<Client> withPhone(String e164) {
        return by("keys.phone", encryption.phone(e164));
    }

    public List<Client> withEmail(String email) {
        return by("keys.email", encryption.email(email));
    }

    public List<Client> withNameAndBirth(String name, String birth) {
        return by("keys.nameAndBirth", encryption.nameAndBirth(name, birth));
    }

    /** Some of those whose search keys were made by older rules. */
    public List<Client> withOldKeys(int most) {
        return mongo.find(
                Query.query(Criteria.where("schema")
                                .lt(Client.SCHEMA)
                                .and("particulars")
                                .exists(true))
                        .limit(most),
                Client.class);
    }

    /** Gives a client keys by the rules of now, unless the client has changed since. */
    public void renewKeys(Client client, SearchKeys keys) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(client.id()).and("version").is(client.version())),
                new Update().set("keys", keys).set("schema", Client.SCHEMA),
                Client.class);
    }

    /**
     * What a contact is kept as among the search keys; empty if it is neither an e-mail address nor a phone number.
     *
     * @param country ISO 3166, of a phone number without its country; empty if not known
     */
    public Optional<String> contactToken(String contact, String country) {
        return contact.contains("@")
                ? Optional.of(encryption.email(contact))
                : PhoneNumbers.e164(contact, country).map(encryption::phone);
    }

    /**
     * The records stored under any of these contacts, by contact; of one that was merged into another the record itself.
     *
     * @param contactTokens as {@link #contactToken} makes them
     */
    public Map<String, List<Client>> storedWith(Collection<String> contactTokens) {
        Map<String, List<Client>> found = new HashMap<>();
        stored("keys.phone", it -> it.keys().phone(), contactTokens, found);
        stored("keys.email", it -> it.keys().email(), contactTokens, found);
        return found;
    }

    /** The same by {@link ClientEncryption#nameAndBirth}. */
    Map<String, List<Client>> storedWithNameAndBirth(Collection<String> tokens) {
        Map<String, List<Client>> found = new HashMap<>();
        stored("keys.nameAndBirth", it -> it.keys().nameAndBirth(), tokens, found);
        return found;
    }

    private void stored(
            String field, Function<Client, String> key, Collection<String> tokens, Map<String, List<Client>> found) {
        mongo.find(Query.query(Criteria.where(field).in(tokens)).limit(MOST_AT_ONCE), Client.class)
                .forEach(it -> found.computeIfAbsent(key.apply(it), _ -> new ArrayList<>())
                        .add(it));
    }

    private List<Client> by(String field, String token) {
        return clients.survivors(
                mongo.find(Query.query(Criteria.where(field).is(token)).limit(MOST_SIMILAR), Client.class));
    }

    /** Clients of these clinics whose names share pieces with what was typed, those with the most pieces first. */
    public List<Client> similar(Collection<ClinicId> clinics, Set<String> grams) {
        List<String> keys = clinics.stream()
                .flatMap(clinic -> encryption.grams(clinic, grams).stream())
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Document common = new Document("$size", new Document("$setIntersection", List.of("$keys.grams", keys)));
        Aggregation best = Aggregation.newAggregation(
                Aggregation.match(Criteria.where("keys.grams").in(keys)),
                stage("$addFields", new Document("common", common)),
                Aggregation.sort(Sort.by("common").descending().and(Sort.by("_id"))),
                Aggregation.limit(MOST_SIMILAR));
        return clients.survivors(mongo.aggregate(best, "clients", Client.class).getMappedResults());
    }

    private static AggregationOperation stage(String name, Document content) {
        return _ -> new Document(name, content);
    }
}
