package io.hairline.booking.client;

import static com.mongodb.client.model.Indexes.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.client.search.SearchKeys;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The brand's clients. */
@Repository
public class Clients implements Indexes {

    private static final String SCHEMA = "schema";
    private static final String MERGED_INTO = "mergedInto";
    /** Less than every client's id. */
    private static final String ANY = ClientId.PREFIX + "_";

    private static final int MOST_SIMILAR = 100;
    private static final int MOST_AT_ONCE = 10_000;

    /** A visitor registers one client, however many calls come at once. */
    private static final Document BY_A_GUEST =
            new Document("registeredBy", new Document("$gte", "gst_").append("$lt", "gst`"));

    private static final int MOST_KNOWN = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final ClientEncryption encryption;
    private final MergedIds mergedClients;
    private final Cache<ClientId, Boolean> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    Clients(MongoTemplate mongo, ClientEncryption encryption, MergedIds mergedClients) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.mergedClients = mergedClients;
    }

    /** The client, or the survivor if the record is merged; empty for one who is erased. */
    public Optional<Client> find(ClientId id) {
        return findStored(mergedClients.survivor(id));
    }

    /** The record stored under this very id, unless the client is erased. */
    public Optional<Client> findStored(ClientId id) {
        return Optional.ofNullable(mongo.findById(id, Client.class)).filter(it -> !it.isErased());
    }

    /** The record stored under this very id, even if it was merged into another. */
    public Client stored(ClientId id) {
        return findStored(id).orElseThrow(Refusal::notFound);
    }

    /** Records that were merged into this one. */
    public List<Client> mergedInto(ClientId survivor) {
        return mongo.find(Query.query(Criteria.where(MERGED_INTO).is(survivor)), Client.class);
    }

    /** A clinic's clients who may be somebody else's record as well, or were merged into another; the latest first. */
    public List<Client> doubtful(ClinicId home, @Nullable ClientId before, int most) {
        Criteria doubtful = new Criteria()
                .orOperator(
                        ofHome(home, before).and("suspects").gt(ANY),
                        ofHome(home, before).and(MERGED_INTO).gt(ANY));
        return mongo.find(
                Query.query(doubtful).with(Sort.by("_id").descending()).limit(most), Client.class);
    }

    private static Criteria ofHome(ClinicId home, @Nullable ClientId before) {
        Criteria criteria = Criteria.where("homeClinicId").is(home);
        return before == null ? criteria : criteria.and("_id").lt(before);
    }

    /** Those of them that exist, also erased ones. */
    List<Client> all(Set<ClientId> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), Client.class);
    }

    public Client require(ClientId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Whether the client exists; one that existed a minute ago still does, unless they were erased in this instance. */
    public boolean has(ClientId id) {
        if (known.getIfPresent(id) != null) {
            return true;
        }
        Document key = new Document("_id", id.value()).append("particulars", new Document("$exists", true));
        Document only = new Document("_id", true);
        boolean there =
                mongo.execute(Client.class, it -> it.find(key).projection(only).first()) != null;
        if (there) {
            known.put(id, Boolean.TRUE);
        }
        return there;
    }

    /** To be called once a client is erased. */
    public void forget(ClientId id) {
        known.invalidate(id);
    }

    int countRegisteredBy(String subject) {
        return (int) mongo.count(Query.query(Criteria.where("registeredBy").is(subject)), Client.class);
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
                Query.query(Criteria.where(SCHEMA)
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
                new Update().set("keys", keys).set(SCHEMA, Client.SCHEMA),
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
        return survivors(mongo.find(Query.query(Criteria.where(field).is(token)).limit(MOST_SIMILAR), Client.class));
    }

    /** Each person once, however many of their records were found. */
    List<Client> survivors(List<Client> found) {
        Map<ClientId, Client> persons = new LinkedHashMap<>();
        for (Client it : found) {
            ClientId survivor = mergedClients.survivor(it.id());
            if (survivor.equals(it.id())) {
                persons.put(survivor, it);
            } else {
                persons.computeIfAbsent(survivor, this::require);
            }
        }
        return List.copyOf(persons.values());
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
        return survivors(mongo.aggregate(best, "clients", Client.class).getMappedResults());
    }

    private static AggregationOperation stage(String name, Document content) {
        return _ -> new Document(name, content);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> clients = database.getCollection("clients");
        clients.createIndex(ascending("keys.phone"));
        clients.createIndex(ascending("homeClinicId", "suspects", "_id"));
        clients.createIndex(ascending("homeClinicId", MERGED_INTO, "_id"));
        clients.createIndex(
                ascending(MERGED_INTO),
                new IndexOptions().partialFilterExpression(new Document(MERGED_INTO, new Document("$exists", true))));
        clients.createIndex(ascending("keys.email"));
        clients.createIndex(ascending("keys.nameAndBirth"));
        clients.createIndex(ascending("keys.grams"));
        clients.createIndex(
                ascending(SCHEMA),
                new IndexOptions()
                        .name("old_keys")
                        .partialFilterExpression(new Document(SCHEMA, new Document("$lt", Client.SCHEMA))));
        clients.createIndex(
                ascending("registeredBy"), new IndexOptions().unique(true).partialFilterExpression(BY_A_GUEST));
    }
}
