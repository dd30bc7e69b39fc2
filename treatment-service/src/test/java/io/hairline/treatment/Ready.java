package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings what must be there before a session, the way people do. */
record Ready(Calls calls, Others others, Clock clock, DemoClock demoClock) {

    private static final Map<String, Object> SIGNATURE = Map.of("signedName", "Robin Test");

    /** Everything but a plan and lots. */
    void papersOf(ClientId client, TestClinic clinic) {
        String test = created(calls.post(
                        clinic.artist(),
                        "/patch-tests",
                        Map.of("clientId", client.value(), "lotId", lotOf(clinic, "PIGMENT", "5"))))
                .id();
        demoClock.moveTo(morningAfter(clock.instant().plus(Duration.ofHours(25))));
        assertThat(calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "PASS"))
                        .status())
                .isEqualTo(200);
        created(calls.post(client.value(), "/questionnaires", answers(client, "OUTDOOR_WORK")));
        created(calls.post(
                clinic.desk(), "/identity-checks", Map.of("clientId", client.value(), "document", "PASSPORT")));
        consentOf(client);
    }

    /** Ten o'clock at the clinic, so that what follows stays within the clinic's local day. */
    private static Instant morningAfter(Instant earliest) {
        ZonedDateTime day = earliest.atZone(Others.ZONE);
        ZonedDateTime ten = day.toLocalDate().atTime(10, 0).atZone(Others.ZONE);
        return (ten.isBefore(day) ? ten.plusDays(1) : ten).toInstant();
    }

    /** A questionnaire that says yes to one question. */
    Map<String, Object> answers(ClientId client, String yes) {
        Map<String, Boolean> answers = new HashMap<>();
        calls.get(client.value(), "/questionnaires/questions")
                .body()
                .at("/items")
                .forEach(it -> answers.put(it.at("/code").asString(), false));
        answers.put(yes, true);
        return Map.of("clientId", client.value(), "answers", answers, "signature", SIGNATURE);
    }

    String consentOf(ClientId client) {
        Answer texts = calls.get(client.value(), "/consent-templates?purpose=TREATMENT&language=de-DE");
        return created(calls.post(
                        client.value(),
                        "/consents",
                        Map.of(
                                "clientId",
                                client.value(),
                                "purpose",
                                "TREATMENT",
                                "templateId",
                                texts.text("/items/0/id"),
                                "language",
                                "de-DE",
                                "signature",
                                SIGNATURE)))
                .id();
    }

    /** A plan that the client has signed; each session costs 1000 pounds. */
    String planOf(ClientId client, TestClinic clinic, String kind, List<String> services) {
        return planOf(client, clinic, consultationOf(client, clinic, null), kind, services);
    }

    /** A consultation, with a hairline or without. */
    AppointmentId consultationOf(ClientId client, TestClinic clinic, @Nullable Map<String, Object> hairline) {
        AppointmentId consultation = others.appointment(clinic, client, "CONSULTATION");
        Map<String, Object> findings = new HashMap<>(findings());
        findings.put("appointmentId", consultation.value());
        if (hairline != null) {
            findings.put("hairline", hairline);
        }
        created(calls.post(clinic.artist(), "/consultations", findings));
        return consultation;
    }

    static Map<String, Object> findings() {
        return Map.of("indication", "ALOPECIA", "fitzpatrick", "II", "skin", "OILY", "goals", "as before");
    }

    /** The same for a consultation that was held. */
    String planOf(ClientId client, TestClinic clinic, AppointmentId consultation, String kind, List<String> services) {
        List<Map<String, Object>> sessions = services.stream()
                .map(it ->
                        Map.<String, Object>of("serviceCode", it, "price", Map.of("amount", 1000, "currency", "GBP")))
                .toList();
        String plan = created(calls.post(
                        clinic.artist(),
                        "/plans",
                        Map.of(
                                "clientId",
                                client.value(),
                                "consultationAppointmentId",
                                consultation.value(),
                                "kind",
                                kind,
                                "sessions",
                                sessions)))
                .id();
        assertThat(calls.post(client.value(), "/plans/" + plan + "/accept", Map.of("signature", SIGNATURE))
                        .status())
                .isEqualTo(200);
        return plan;
    }

    String lotOf(TestClinic clinic, String kind, String amount) {
        return created(calls.post(clinic.artist(), "/lots", lot(clinic, kind, amount)))
                .id();
    }

    static Map<String, Object> lot(TestClinic clinic, String kind, String amount) {
        Map<String, Object> lot = new HashMap<>();
        lot.put("clinicId", clinic.id().value());
        lot.put("maker", "Fine Pigments");
        lot.put("product", "Graphite");
        lot.put("colourIndex", "CI 77266");
        lot.put("lotNumber", Ids.next("n"));
        lot.put("expiresOn", "2098-06-30");
        lot.put("millilitres", new BigDecimal(amount));
        lot.put("kind", kind);
        return lot;
    }

    static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }
}
