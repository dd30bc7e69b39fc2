package io.hairline.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.hairline.booking.diary.Diary;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Asks the database's own profiler how each query was answered. */
@OnBooking
class QueryPlansIT {

    /** The catalogue and the policy: a handful of documents that are read whole. */
    private static final Set<String> READ_WHOLE = Set.of("offers", "network_changes", "leases", "people");

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    /** Far more than any page or day holds. */
    private static final int OTHERS = 1_000;

    private static final int MOST_LOOKED_AT = 200;
    private static final String CROWD = "crowd";

    @Test
    void lookAtLittleHoweverManyOthersThereAre() {
        TestClinic clinic = town.clinic("Europe/London", 2, 2);
        Calls calls = new Calls(port);
        crowd(calls, clinic);

        List<Document> profiled = profiled(() -> everything(calls, clinic));

        assertThat(profiled).isNotEmpty();
        assertThat(profiled.stream()
                        .filter(it ->
                                String.valueOf(it.getString("planSummary")).contains("COLLSCAN"))
                        .filter(it -> READ_WHOLE.stream()
                                .noneMatch(name -> it.getString("ns").endsWith("." + name)))
                        .map(it -> it.getString("ns") + " "
                                + it.get("command", Document.class).toJson()))
                .isEmpty();
        assertThat(profiled.stream()
                        .filter(it -> lookedAt(it) > MOST_LOOKED_AT)
                        .map(it -> it.getString("planSummary") + " " + lookedAt(it) + " "
                                + it.get("command", Document.class).toJson()))
                .isEmpty();
    }

    @AfterEach
    void disperse() {
        mongo.getCollection(Diary.COLLECTION).deleteMany(new Document(CROWD, true));
    }

    private static int lookedAt(Document profiled) {
        return Math.max(profiled.getInteger("keysExamined", 0), profiled.getInteger("docsExamined", 0));
    }

    /** Appointments of other clients with other practitioners in other clinics, at the same time and on other days. */
    private void crowd(Calls calls, TestClinic clinic) {
        String client = Town.client(calls, clinic);
        String id = ok(calls.post(clinic.desk(), "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(15, 0))))
                .id();
        MongoCollection<Document> appointments = mongo.getCollection(Diary.COLLECTION);
        Document like = Objects.requireNonNull(
                appointments.find(new Document("_id", id)).first());
        List<Document> others = new ArrayList<>();
        for (int number = 0; number < OTHERS; number++) {
            Document slot = new Document(like.get("slot", Document.class))
                    .append("clinicId", Ids.next("cln"))
                    .append("practitionerId", Ids.next("prc"));
            if (number % 2 == 0) {
                slot.append("startsAt", Date.from(clinic.at(9, 0).plus(Duration.ofDays(number % 60))));
            }
            String other = Ids.next("apt");
            others.add(new Document(like)
                    .append("_id", other)
                    .append("slot", slot)
                    .append("clientId", Ids.next("cli"))
                    .append(CROWD, true)
                    .append("claims", List.of(other)));
        }
        appointments.insertMany(others);
    }

    @Test
    void readAMonthOfAClinicInThreeCommands() {
        TestClinic clinic = town.clinic("Europe/London", 2, 5);
        Calls calls = new Calls(port);
        String month = "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&limit=200"
                .formatted(clinic.id(), clinic.day(), clinic.day().plusDays(30));
        calls.visit(month);
        await().until(() ->
                mongo.getCollection("due_work").countDocuments(new Document("kind", "conflict-search")) == 0);

        List<Document> profiled = profiled(
                () -> assertThat(calls.visit(month).body().at("/items").size()).isEqualTo(200));

        assertThat(profiled.stream()
                        .filter(it -> Set.of("clinics", "practitioners", "appointments")
                                .contains(it.getString("ns")
                                        .substring(it.getString("ns").indexOf('.') + 1))))
                .hasSizeLessThanOrEqualTo(3);
    }

    private static void everything(Calls calls, TestClinic clinic) {
        String client = Town.client(calls, clinic);
        String guest = Town.guest();
        ok(calls.post(guest, "/clients", Town.newcomer(clinic)));
        Answer held = ok(calls.post(guest, "/holds", clinic.slot("TOUCH_UP", clinic.at(9, 0))));
        ok(calls.post(
                client,
                "/appointments",
                Map.of("clientId", client, "holdId", held.id(), "holdToken", held.text("/token"))));
        calls.post(clinic.desk(), "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(9, 0)));
        String id = held.id().replace("hld_", "apt_");
        ok(calls.post(
                client,
                "/appointments/" + id + "/reschedule",
                Map.of("startsAt", clinic.at(12, 0).toString(), "reasonCode", "CLIENT_REQUEST"),
                Map.of("Idempotency-Key", "plan")));
        ok(calls.get(client, "/appointments?clientId=" + client));
        ok(calls.get(clinic.desk(), "/appointments?clinicId=" + clinic.id() + "&date=" + clinic.day()));
        ok(calls.get(client, "/appointments/" + id + "/history"));
        ok(calls.get(clinic.desk(), "/appointments/" + id + "/history"));
        ok(calls.post(clinic.desk(), "/appointments/" + id + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST")));
        for (String query : List.of("Ada", "ada1@example.com", "07400000001", "Ada%20Byron%201960-01-02")) {
            ok(calls.get(clinic.desk(), "/clients?query=" + query));
        }
        ok(calls.get(clinic.desk(), "/tasks?status=OPEN&clinicId=" + clinic.id()));
        ok(calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id()));
        ok(calls.get(clinic.manager(), "/appointments/conflicts?clinicId=" + clinic.id() + "&from=" + clinic.day()));
        ok(calls.get(
                clinic.manager(),
                "/appointments/conflicts?practitionerId=" + clinic.practitioner() + "&from=" + clinic.day()));
        Map<String, Object> corrected = Town.newcomer(clinic);
        ok(calls.call(client, "PUT", "/clients/" + client, with(corrected, born(calls, client)), Map.of()));
        ok(calls.post(
                guest,
                "/enquiries",
                Map.of("name", "Q", "contact", "q@example.com", "wish", "Scars?", "clinicId", clinic.id())));
        ok(calls.get(clinic.desk(), "/enquiries?status=OPEN&clinicId=" + clinic.id()));
        ok(calls.get(clinic.desk(), "/enquiries?clinicId=" + clinic.id()));
        ok(calls.get(client, "/courses?clientId=" + client));
        ok(calls.get(client, "/invitations?clientId=" + client));
        ok(calls.get(client, "/waitlist?clientId=" + client));
        ok(calls.get(clinic.desk(), "/waitlist?clinicId=" + clinic.id()));
        ok(calls.get(clinic.desk(), "/waitlist/saved?clinicId=" + clinic.id()));
        String days = "&from=%s&to=%s".formatted(clinic.day(), clinic.day());
        ok(calls.visit("/availability?serviceCode=TOUCH_UP&regionId=" + clinic.region() + days));
        ok(calls.visit("/availability?serviceCode=TOUCH_UP&near=51.5,-0.12" + days));
        ok(calls.get(
                client, "/availability?serviceCode=TOUCH_UP&clinicId=" + clinic.id() + "&clientId=" + client + days));
    }

    private static String born(Calls calls, String client) {
        return calls.get(client, "/clients/" + client).text("/dateOfBirth");
    }

    private static Map<String, Object> with(Map<String, Object> client, String dateOfBirth) {
        client.put("dateOfBirth", dateOfBirth);
        return client;
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
        return answer;
    }

    private List<Document> profiled(Runnable work) {
        mongo.executeCommand(new Document("profile", 2));
        try {
            work.run();
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        List<Document> profiled = mongo.getCollection("system.profile")
                .find(new Document("op", new Document("$in", List.of("query", "command", "update", "remove")))
                        .append("ns", new Document("$not", Pattern.compile("system\\."))))
                .into(new ArrayList<>());
        mongo.dropCollection("system.profile");
        return profiled;
    }
}
