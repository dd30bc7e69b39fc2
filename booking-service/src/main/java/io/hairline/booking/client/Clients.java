package io.hairline.booking.client;

import static com.mongodb.client.model.Indexes.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The brand's clients by id; by their sealed search keys {@link ClientKeySearch} finds them. */
@Repository
public class Clients implements Indexes {

    private static final String SCHEMA = "schema";
    private static final String MERGED_INTO = "mergedInto";
    /** Less than every client's id. */
    private static final String ANY = ClientId.PREFIX + "_";

    /** A visitor registers one client, however many calls come at once. */
    private static final Document BY_A_GUEST =
            new Document("registeredBy", new Document("$gte", "gst_").append("$lt", "gst`"));

    private static final int MOST_KNOWN = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final Cache<ClientId, Boolean> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    Clients(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
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

    /** Those of them that exist and aren't erased. */
    public List<Client> known(Set<ClientId> ids) {
        return all(ids).stream().filter(it -> !it.isErased()).toList();
    }

    /** Those of them who were erased. */
    public Set<ClientId> erased(Set<ClientId> ids) {
        return all(ids).stream().filter(Client::isErased).map(Client::id).collect(Collectors.toUnmodifiableSet());
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
