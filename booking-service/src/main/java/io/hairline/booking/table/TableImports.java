package io.hairline.booking.table;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TableImportId;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables and those of their lines that aren't stored yet, which are sealed and removed once they are. */
@Repository
class TableImports implements Indexes {

    private static final String ID = "_id";
    private static final String KEY = "key";
    private static final String CLINIC = "clinicId";
    private static final String TABLE = "importId";
    private static final String CHANGED_AT = "changedAt";
    private static final long KEPT_DAYS = 7;

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final JsonMapper json;

    TableImports(MongoTemplate mongo, FieldEncryption encryption, JsonMapper json) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.json = json;
    }

    /**
     * Lines of a table that are still to be stored.
     *
     * @param id the import and the number of the first line, which it is sealed for
     */
    @org.springframework.data.mongodb.core.mapping.Document(Part.COLLECTION)
    @TypeAlias("tablePart")
    record Part(@Id String id, TableImportId importId, int from, int count, Binary lines, Instant changedAt) {

        static final String COLLECTION = "table_parts";
    }

    TableImport require(TableImportId id) {
        TableImport it = mongo.findById(id, TableImport.class);
        if (it == null) {
            throw Refusal.notFound();
        }
        return it;
    }

    Optional<TableImport> withKey(String key) {
        return Optional.ofNullable(mongo.findOne(Query.query(Criteria.where(KEY).is(key)), TableImport.class));
    }

    /** A clinic's, the latest first. */
    List<TableImport> of(ClinicId clinic, @Nullable TableImportId before, int most) {
        Criteria criteria = Criteria.where(CLINIC).is(clinic);
        if (before != null) {
            criteria = criteria.and(ID).lt(before);
        }
        return mongo.find(Query.query(criteria).with(Sort.by(ID).descending()).limit(most), TableImport.class);
    }

    void insert(TableImport it) {
        mongo.insert(it);
    }

    void replace(TableImport it) {
        mongo.save(it);
    }

    void insertPart(TableImport table, int from, List<?> lines) {
        String id = "%s|%07d".formatted(table.id(), from);
        Binary sealed = new Binary(encryption.seal(json.writeValueAsBytes(lines), id));
        mongo.insert(new Part(id, table.id(), from, lines.size(), sealed, table.startedAt()));
    }

    Optional<Part> nextPart(TableImportId table) {
        Query first = Query.query(Criteria.where(TABLE).is(table))
                .with(Sort.by(ID).ascending())
                .limit(1);
        return Optional.ofNullable(mongo.findOne(first, Part.class));
    }

    <R> List<R> lines(Part part, Class<R> type) {
        byte[] opened = encryption.open(part.lines().getData(), part.id());
        return json.readerForListOf(type).readValue(opened);
    }

    void remove(Part part) {
        mongo.remove(Query.query(Criteria.where(ID).is(part.id())), Part.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        IndexOptions kept = new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS);
        var imports = database.getCollection(TableImport.COLLECTION);
        imports.createIndex(ascending(KEY), new IndexOptions().unique(true));
        imports.createIndex(ascending(CLINIC, ID));
        imports.createIndex(ascending(CHANGED_AT), kept);
        var parts = database.getCollection(Part.COLLECTION);
        parts.createIndex(ascending(TABLE, ID));
        parts.createIndex(ascending(CHANGED_AT), kept);
    }
}
