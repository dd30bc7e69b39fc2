package io.hairline.booking.client.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ErasureId;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.work.DueItem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Of an erased client nothing is left to be read, and what the law keeps is removed on the day after its last one. */
@OnBooking
class KeptPaymentsIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    RetentionEnd retentionEnd;

    @Autowired
    RetentionEndRenewal renewal;

    @Autowired
    EventLog eventLog;

    @Autowired
    Clock clock;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;
    private String payment;

    @BeforeEach
    void payAndCancel() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        person.put("givenName", "Zwentibold");
        person.put("familyName", "Quarrington-Vex");
        client = calls.post(clinic.desk(), "/clients", person).id();
        calls.post(
                Town.guest(),
                "/enquiries",
                Map.of(
                        "name",
                        person.get("givenName") + " " + person.get("familyName"),
                        "contact",
                        person.get("email"),
                        "wish",
                        "Call me on " + person.get("phone")));
        String booked = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(9, 0)))
                .id();
        Answer paid = calls.post(
                clinic.desk(),
                "/payments",
                Map.of(
                        "appointmentId",
                        booked,
                        "amount",
                        Map.of("amount", "40.00", "currency", "GBP"),
                        "method",
                        "CASH"));
        assertThat(paid.status()).as(paid.body().toString()).isEqualTo(201);
        payment = paid.id();
        calls.post(
                client,
                "/appointments/" + booked + "/cancel",
                Map.of("reasonCode", "CLIENT_REQUEST", "reason", "Write to " + person.get("email")));
        calls.post(
                client,
                "/waitlist",
                Map.of(
                        "clientId",
                        client,
                        "serviceCode",
                        "TOUCH_UP",
                        "clinicIds",
                        List.of(clinic.id().value()),
                        "from",
                        clinic.day().toString(),
                        "to",
                        clinic.day().toString()));
    }

    private Answer erased() {
        Answer erasure = calls.post(clinic.manager(), "/clients/" + client + "/erase", null);
        assertThat(erasure.status()).as(erasure.body().toString()).isEqualTo(201);
        return erasure;
    }

    @Test
    void removesKeptPaymentsTheDayAfterTheReportSays() {
        Answer erasure = erased();
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear() + 10;
        String subject = erasure.id() + "/" + client + "/PAYMENTS";

        Document due = Objects.requireNonNull(mongo.findOne(
                Query.query(Criteria.where("kind")
                        .is(RetentionEnd.KIND)
                        .and("subject")
                        .is(subject)),
                Document.class,
                mongo.getCollectionName(DueItem.class)));
        Instant after = Instant.parse((year + 1) + "-01-01T00:00:00Z");
        assertThat(due.getDate("dueAt").toInstant()).isEqualTo(after);
        assertThat(kept(erasure.id())).contains("PAYMENTS");
        assertThat(mongo.findById(payment, Document.class, "payments")).isNotNull();

        DueItem item = Objects.requireNonNull(mongo.findById(due.getString("_id"), DueItem.class));
        retentionEnd.run(item);
        retentionEnd.run(item);

        assertThat(mongo.findById(payment, Document.class, "payments")).isNull();
        assertThat(kept(erasure.id())).doesNotContain("PAYMENTS").contains("APPOINTMENTS");
        assertThat(calls.get(clinic.manager(), "/erasures/" + erasure.id())
                        .body()
                        .at("/services/0/erased")
                        .valueStream()
                        .map(it -> it.asString()))
                .contains("PAYMENTS");
        assertThat(eventLog.history(erasure.id()))
                .filteredOn(it -> it.type().equals("booking.KeptDataRemoved.v1"))
                .hasSize(1);
    }

    @Test
    void plansTheEndOfWhatAnEarlierReleaseKept() {
        Answer erasure = erased();
        Query due = Query.query(Criteria.where("kind")
                .is(RetentionEnd.KIND)
                .and("subject")
                .is(erasure.id() + "/" + client + "/PAYMENTS"));
        mongo.remove(due, mongo.getCollectionName(DueItem.class));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(new ErasureId(erasure.id()))),
                new Update().set("schema", 1),
                Erasure.class);

        renewal.planAll();
        renewal.planAll();

        assertThat(mongo.find(due, Document.class, mongo.getCollectionName(DueItem.class)))
                .singleElement()
                .extracting(it -> it.getDate("dueAt").toInstant())
                .isEqualTo(
                        Instant.parse((clock.instant().atOffset(ZoneOffset.UTC).getYear() + 11) + "-01-01T00:00:00Z"));
    }

    private List<String> kept(String erasure) {
        return calls.get(clinic.manager(), "/erasures/" + erasure)
                .body()
                .at("/services/0/kept")
                .findValuesAsString("whatCode");
    }

    /** Sealed fields say nothing either way; what counts is that no store has the words as they are. */
    @Test
    void leavesNoStoreWithTheNameTheAddressOrTheNumberAsBytes() {
        erased();

        assertThat(collectionsWith(client)).contains("clients", "events", "appointments");
        for (String field : List.of("givenName", "familyName", "email", "phone")) {
            assertThat(collectionsWith(String.valueOf(person.get(field))))
                    .as(field)
                    .isEmpty();
        }
    }

    /** Looks through every byte of every collection that booking's user can read. */
    private List<String> collectionsWith(String words) {
        byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (String name : mongo.getCollectionNames()) {
            for (RawBsonDocument it :
                    mongo.getDb().getCollection(name, RawBsonDocument.class).find()) {
                if (contains(it.getByteBuffer().array(), wanted)) {
                    found.add(name);
                    break;
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        for (int from = 0; from <= text.length - wanted.length; from++) {
            int same = 0;
            while (same < wanted.length && text[from + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
