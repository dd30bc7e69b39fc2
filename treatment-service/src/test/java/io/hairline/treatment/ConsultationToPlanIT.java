package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicNumbingChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import io.hairline.treatment.photo.image.Pictures;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import io.hairline.treatment.referencedata.ReferenceData;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** From the consultation to the accepted plan: what is kept, who may see it, and what nobody may. */
@OnTreatment
class ConsultationToPlanIT {

    private static final String CANARY = "canary-7f3a";
    private static final Map<String, Object> SIGNATURE = Map.of("signedName", "Robin " + CANARY + " Test");

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    ReferenceData referenceData;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    private Calls calls;
    private TestClinic clinic;
    private TestClinic elsewhere;
    private ClientId client;
    private String lot;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = others.clinic();
        elsewhere = others.clinic();
        client = others.client(clinic);
        lot = new Ready(calls, others, clock, demoClock).lotOf(clinic, "PIGMENT", "10");
    }

    @Test
    void takesAClientFromTheConsultationToTheSignature() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");

        Answer consultation = created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        Map<String, Object> proposal = plan(appointment);
        proposal.put("risksExplained", List.of("SHARKS"));
        assertThat(calls.post(clinic.artist(), "/plans", proposal).text("/errors/0/field"))
                .isEqualTo("risksExplained");
        proposal.put("risksExplained", List.of("FADING", "INFECTION"));
        proposal.put("numbing", Map.of("wanted", true, "product", "Cream"));
        Answer plan = created(calls.post(clinic.artist(), "/plans", proposal));
        Answer accepted = calls.post(client.value(), "/plans/" + plan.id() + "/accept", Map.of("signature", SIGNATURE));

        assertThat(consultation.text("/clientId")).isEqualTo(client.value());
        assertThat(consultation.text("/goals")).contains(CANARY);
        assertThat(plan.text("/total/amount")).isEqualTo("1000.00");
        assertThat(accepted.text("/status")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/risksExplained/0")).isEqualTo("INFECTION");
        assertThat(accepted.text("/numbing/product")).isEqualTo("Cream");
        assertThat(accepted.headers().firstValue("ETag")).contains("\"2\"");
        refused(
                calls.post(client.value(), "/plans/" + plan.id() + "/accept", Map.of("signature", SIGNATURE)),
                409,
                "illegal-move");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).body().at("/items"))
                .hasSize(1);
        refused(calls.post(clinic.artist(), "/consultations", consultation(appointment)), 409, "illegal-move");
    }

    @Test
    void letsANewerPlanOfTheSameKindTakeThePlaceOfAMistypedOne() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        Answer mistyped = created(calls.post(clinic.artist(), "/plans", plan(appointment)));
        Answer right = created(calls.post(clinic.artist(), "/plans", plan(appointment)));

        assertThat(calls.get(client.value(), "/plans/" + mistyped.id()).text("/status"))
                .isEqualTo("SUPERSEDED");
        refused(
                calls.post(client.value(), "/plans/" + mistyped.id() + "/accept", Map.of("signature", SIGNATURE)),
                409,
                "illegal-move");
        assertThat(calls.post(client.value(), "/plans/" + right.id() + "/accept", Map.of("signature", SIGNATURE))
                        .text("/status"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void pricesASessionByItsZonesDensityAndNumbingAndKeepsThatWhenTheCatalogueChanges() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        others.tell(List.of(offered("SESSION_1", "820")));
        Map<String, Object> session = new HashMap<>(
                Map.of("serviceCode", "SESSION_1", "zones", List.of("CROWN", "MID_SCALP"), "density", 60));
        Map<String, Object> proposal = plan(appointment);
        proposal.put("sessions", List.of(session));
        proposal.put("numbing", Map.of("wanted", true));
        Map<String, Object> wanted =
                Map.of("consultationAppointmentId", appointment.value(), "sessions", List.of(session), "numbing", true);

        assertThat(calls.post(clinic.artist(), "/plans/quote", wanted).text("/total/amount"))
                .isEqualTo("1080.50");
        Answer plan = created(calls.post(clinic.artist(), "/plans", proposal));
        calls.post(client.value(), "/plans/" + plan.id() + "/accept", Map.of("signature", SIGNATURE));
        others.tell(List.of(offered("SESSION_1", "999")));
        assertThat(calls.post(clinic.artist(), "/plans/quote", wanted).text("/total/amount"))
                .isEqualTo("1259.50");
        Answer signed = calls.get(client.value(), "/plans/" + plan.id());

        assertThat(signed.text("/status")).isEqualTo("ACCEPTED");
        assertThat(signed.text("/total/amount")).isEqualTo("1080.50");
        assertThat(signed.body().at("/sessions/0/parts"))
                .extracting(it -> it.at("/code").asString() + " "
                        + it.at("/amount/amount").asString())
                .containsExactly("BASE 820.00", "ZONES 130.00", "DENSITY 90.50", "NUMBING 40.00");
    }

    @Test
    void asksForThePriceOfASessionThatTheCatalogueHasNoneFor() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        Map<String, Object> unpriced = Map.of("serviceCode", "SCAR", "density", 60);
        Map<String, Object> wanted =
                Map.of("consultationAppointmentId", appointment.value(), "sessions", List.of(unpriced));

        Answer refused = calls.post(clinic.artist(), "/plans/quote", wanted);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("sessions[0].price");
    }

    private static ServiceOffered offered(String code, String base) {
        ServicePrice price = new ServicePrice(
                pounds(base),
                List.of(new PriceStep(2, pounds("130")), new PriceStep(3, pounds("500"))),
                List.of(new PriceStep(60, pounds("90.50"))),
                pounds("40"),
                null);
        return new ServiceOffered(
                new ServiceId(Ids.next(ServiceId.PREFIX)), code, 240, 15, 15, 15, null, null, List.of(price));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }

    @Test
    void refusesNumbingWhereTheClinicDoesNotOfferIt() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        Map<String, Object> proposal = plan(appointment);
        proposal.put("numbing", Map.of("wanted", true));

        others.tell(List.of(new ClinicNumbingChanged(clinic.id(), false)));
        refused(calls.post(clinic.artist(), "/plans", proposal), 422, "numbing-not-offered");
        proposal.put("numbing", Map.of("wanted", false));
        created(calls.post(clinic.artist(), "/plans", proposal));

        others.tell(List.of(new ClinicNumbingChanged(clinic.id(), true)));
        proposal.put("numbing", Map.of("wanted", true));
        created(calls.post(clinic.artist(), "/plans", proposal));
    }

    @Test
    void keepsWhatAChartSaysOutOfTheDatabaseAndOutOfEvents() {
        Answer chart = filledChart();

        for (String part : List.of("consultations", "questionnaires", "patchTests", "consents", "plans")) {
            assertThat(chart.body().at("/" + part)).as(part).hasSize(1);
        }
        assertThat(chart.text("/consultations/0/goals")).contains(CANARY);
        assertThat(chart.text("/patchTests/0/result")).isEqualTo("FAIL");
        assertThat(chart.text("/questionnaires/0/findings/0/code")).isEqualTo("DIABETES");
        for (String collection : mongo.getCollectionNames()) {
            for (RawBsonDocument it : mongo.getCollection(collection).find(RawBsonDocument.class)) {
                String raw = new String(it.getByteBuffer().array(), StandardCharsets.ISO_8859_1);
                assertThat(raw).as(collection).doesNotContain(CANARY, "DIABETES", "ALOPECIA", "FAIL\"");
            }
        }
    }

    @Test
    void showsAChartToThoseWhoTreatTheClientAndToNobodyElse() {
        String boss = others.boss();
        ClientId stranger = others.client(clinic);
        String path = "/charts/" + client;

        assertThat(calls.get(clinic.artist(), path).status()).isEqualTo(200);
        assertThat(calls.get(clinic.manager(), path).status()).isEqualTo(200);
        assertThat(calls.get(client.value(), path).status()).isEqualTo(200);
        assertThat(calls.visit(path).status()).isEqualTo(401);
        for (String who : List.of(boss, clinic.regionManager(), clinic.desk(), Ids.next("gst"))) {
            refused(calls.get(who, path), 403, "forbidden");
        }
        for (String who : List.of(elsewhere.artist(), elsewhere.manager(), stranger.value())) {
            refused(calls.get(who, path), 404, "not-found");
        }
        refused(calls.get(clinic.artist(), "/charts/" + Ids.next("cli")), 404, "not-found");
    }

    @Test
    void keepsForeignClinicsAndWrongRolesFromWriting() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        String plan = created(calls.post(clinic.artist(), "/plans", plan(appointment)))
                .id();
        Map<String, Object> writes = new HashMap<>();
        writes.put("/consultations", consultation(appointment));
        writes.put("/questionnaires", answers(false));
        writes.put("/patch-tests", patchTest());
        writes.put("/identity-checks", Map.of("clientId", client.value(), "document", "PASSPORT"));
        writes.put("/consents", consent());
        writes.put("/plans", plan(appointment));
        writes.put(
                "/plans/quote",
                Map.of("consultationAppointmentId", appointment.value(), "sessions", sessions("SESSION_1", "GBP")));
        writes.put("/plans/" + plan + "/accept", Map.of("signature", SIGNATURE));

        writes.forEach((path, body) -> {
            Answer foreign = calls.post(elsewhere.manager(), path, body);
            assertThat(foreign.status()).as(path).isIn(404, 409);
            assertThat(foreign.problem()).isIn("/problems/not-found", "/problems/not-yet-known");
            refused(calls.post(clinic.regionManager(), path, body), 403, "forbidden");
            assertThat(calls.call("", "POST", path, body, Map.of()).status()).isEqualTo(401);
        });
        refused(calls.post(client.value(), "/identity-checks", writes.get("/identity-checks")), 403, "forbidden");
        refused(calls.post(clinic.desk(), "/questionnaires", answers(false)), 403, "forbidden");
        refused(calls.get(clinic.desk(), "/plans?clientId=" + client), 403, "forbidden");
        created(calls.post(clinic.desk(), "/identity-checks", writes.get("/identity-checks")));
        String consent =
                created(calls.post(clinic.desk(), "/consents", consent())).id();
        Answer withdrawn = calls.post(client.value(), "/consents/" + consent + "/withdraw", null);
        assertThat(withdrawn.text("/withdrawnAt")).isNotBlank();
        refused(calls.post(client.value(), "/consents/" + consent + "/withdraw", null), 409, "illegal-move");
        refused(calls.get("per_nobody", "/consents/" + consent + "/form"), 403, "forbidden");
    }

    @Test
    void storesNothingOfBadInput() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        AppointmentId touchUp = others.appointment(clinic, client, "TOUCH_UP");
        Map<String, Object> euros = plan(appointment);
        euros.put("sessions", sessions("SESSION_1", "EUR"));
        Map<String, Object> both = consultation(appointment);
        both.put("ludwig", "I");
        Map<String, Object> unasked = answers(false);
        unasked.put("answers", Map.of("SHOE_SIZE", true));
        Map<String, Object> foreignText = consent();
        foreignText.put("templateId", "messages-en-1");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));

        invalid("/consultations", Map.of());
        invalid("/consultations", both);
        invalid("/consultations", consultation(touchUp));
        invalid("/plans", Map.of());
        invalid("/plans", euros);
        invalid("/questionnaires", Map.of());
        invalid("/questionnaires", unasked);
        Map<String, Object> unanswered = answers(false);
        unanswered.put("answers", Map.of());
        assertThat(calls.post(client.value(), "/questionnaires", unanswered).text("/errors/0/code"))
                .isEqualTo("answers");
        invalid("/patch-tests", Map.of());
        invalid("/identity-checks", Map.of("clientId", client.value(), "document", "LIBRARY_CARD"));
        invalid("/consents", Map.of());
        invalid("/consents", foreignText);
        String plan = created(calls.post(clinic.artist(), "/plans", plan(appointment)))
                .id();
        blankDrawing("/consents", consent());
        blankDrawing("/questionnaires", answers(false));
        blankDrawing("/plans/" + plan + "/accept", new HashMap<>());
        JsonNode chart = calls.get(clinic.artist(), "/charts/" + client).body();
        assertThat(chart.at("/plans")).hasSize(1);
        assertThat(chart.at("/plans/0/status").asString()).isEqualTo("PROPOSED");
        assertThat(chart.at("/consents")).isEmpty();
        assertThat(chart.at("/questionnaires")).isEmpty();
    }

    @Test
    void answersARepeatedRequestOnce() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        Map<String, String> key = Map.of("Idempotency-Key", Ids.next("key"));

        Answer first = created(calls.post(clinic.artist(), "/consultations", consultation(appointment), key));
        Answer again = created(calls.post(clinic.artist(), "/consultations", consultation(appointment), key));
        created(calls.post(clinic.artist(), "/plans", plan(appointment), key));
        created(calls.post(clinic.artist(), "/plans", plan(appointment), key));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).body().at("/items"))
                .hasSize(1);
    }

    @Test
    void asksToComeAgainForWhatItHasNotHeardOf() {
        Answer unheard = calls.post(
                clinic.artist(), "/consultations", consultation(new AppointmentId(Ids.next(AppointmentId.PREFIX))));

        refused(unheard, 409, "not-yet-known");
        assertThat(unheard.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void hearsAnEventTwiceAsOnce() {
        AppointmentSlot slot = others.slot(clinic, "CONSULTATION");
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        others.tell(List.of(new AppointmentCancelled(appointment, client, slot, false, 1, "CLIENT_REQUEST")));
        refused(calls.post(clinic.artist(), "/consultations", consultation(appointment)), 409, "illegal-move");

        CourseId wrong = new CourseId(Ids.next(CourseId.PREFIX));
        others.send(new AppointmentBooked(appointment, client, slot, wrong), 1);
        others.tell(List.of(new AppointmentReinstated(appointment, client, slot)));

        Appointment heard = referenceData.findAppointment(appointment).orElseThrow();
        assertThat(heard.status()).isEqualTo(AppointmentStatus.IN_CHAIR);
        assertThat(heard.courseId()).isNull();
    }

    @Test
    void neverScansACollection() {
        mongo.executeCommand(new Document("profile", 2));
        try {
            filledChart();
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        List<Document> scans = mongo.getCollection("system.profile")
                .find(new Document("planSummary", Pattern.compile("COLLSCAN"))
                        .append("ns", new Document("$not", Pattern.compile("system\\.|\\.leases$|\\.people$"))))
                .into(new ArrayList<>());
        mongo.dropCollection("system.profile");

        assertThat(scans).isEmpty();
    }

    /** Everything once, by who may do it. */
    private Answer filledChart() {
        AppointmentId appointment = others.appointment(clinic, client, "CONSULTATION");
        created(calls.post(clinic.artist(), "/consultations", consultation(appointment)));
        created(calls.post(client.value(), "/questionnaires", answers(true)));
        String test = created(calls.post(clinic.artist(), "/patch-tests", patchTest()))
                .id();
        refused(
                calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "FAIL")),
                409,
                "too-early");
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        Answer read = calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "FAIL"));
        assertThat(read.text("/validUntil")).as(read.body().toString()).isNotBlank();
        created(calls.post(client.value(), "/consents", consent()));
        created(calls.post(clinic.artist(), "/plans", plan(appointment)));
        return calls.get(clinic.artist(), "/charts/" + client);
    }

    private static Map<String, Object> consultation(AppointmentId appointment) {
        Map<String, Object> held = new HashMap<>();
        held.put("appointmentId", appointment.value());
        held.put("indication", "ALOPECIA");
        held.put("norwood", "III_VERTEX");
        held.put("fitzpatrick", "II");
        held.put("skin", "OILY");
        held.put("goals", CANARY + " as before");
        return held;
    }

    private Map<String, Object> plan(AppointmentId appointment) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("clientId", client.value());
        plan.put("consultationAppointmentId", appointment.value());
        plan.put("kind", "PERMANENT");
        plan.put("sessions", sessions("SESSION_1", "GBP"));
        return plan;
    }

    private static List<Map<String, Object>> sessions(String code, String currency) {
        return List.of(Map.of("serviceCode", code, "price", Map.of("amount", 1000, "currency", currency)));
    }

    private Map<String, Object> answers(boolean diabetes) {
        Map<String, Object> given = new HashMap<>();
        Map<String, Boolean> answers = new HashMap<>();
        calls.get(client.value(), "/questionnaires/questions")
                .body()
                .at("/items")
                .forEach(it -> answers.put(it.at("/code").asString(), false));
        answers.put("DIABETES", diabetes);
        given.put("clientId", client.value());
        given.put("answers", answers);
        given.put("signature", SIGNATURE);
        return given;
    }

    private Map<String, Object> patchTest() {
        return Map.of("clientId", client.value(), "lotId", lot);
    }

    private Map<String, Object> consent() {
        Answer texts = calls.get(client.value(), "/consent-templates?purpose=TREATMENT&language=de-DE");
        assertThat(texts.body().at("/items")).hasSize(1);
        Map<String, Object> consent = new HashMap<>();
        consent.put("clientId", client.value());
        consent.put("purpose", "TREATMENT");
        consent.put("templateId", texts.text("/items/0/id"));
        consent.put("language", "de-DE");
        consent.put("signature", SIGNATURE);
        return consent;
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private static void refused(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + slug);
    }

    /** A field for a signature in which nobody drew. */
    private void blankDrawing(String path, Map<String, Object> body) {
        String field = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.png(10, 10, 310));
        body.put("signature", Map.of("signedName", "Robin Test", "drawing", field));
        Answer answer = calls.post(client.value(), path, body);
        refused(answer, 400, "invalid-input");
        assertThat(answer.text("/errors/0/field")).isEqualTo("signature.drawing");
        assertThat(answer.text("/errors/0/message")).contains("draw it");
    }

    private void invalid(String path, Map<String, Object> body) {
        Answer answer = calls.post(clinic.artist(), path, body);
        refused(answer, 400, "invalid-input");
        assertThat(answer.body().at("/errors")).isNotEmpty();
    }
}
