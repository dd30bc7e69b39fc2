package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingRecorded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingWithdrawn;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who hears when a lot, a licence or a training turns the light of a coming appointment red. */
@OnTreatment
class LightIT extends TreatmentScenario {

    private static final String BLOCKED = "treatment.ReadinessBlocked.v1";
    private static final String HELD_BACK = "treatment.StockHeldBack.v1";
    private static final String USABLE_AGAIN = "treatment.StockUsableAgain.v1";
    private static final String UNBLOCKED = "treatment.ReadinessUnblocked.v1";

    private final PolicyId policy = new PolicyId(Ids.next(PolicyId.PREFIX));

    @Test
    void tellsOnceOfEachComingTreatmentThatARecallLeavesWithoutPigmentAndOnceThatItIsOver() {
        Map<String, Object> batch = Ready.lot(elsewhere, "PIGMENT", "5");
        String lot = created(calls.post(elsewhere.artist(), "/lots", batch)).id();
        String needlesThere = ready.lotOf(elsewhere, "NEEDLE", "5");
        AppointmentId soon = others.appointment(elsewhere.desk(), client, in(Duration.ofDays(3), "SESSION_1"));
        AppointmentId late = others.appointment(elsewhere.desk(), client, in(Duration.ofDays(40), "SESSION_1"));
        AppointmentId talk = others.appointment(elsewhere.desk(), client, in(Duration.ofDays(4), "CONSULTATION"));

        String recall = created(calls.post(
                        others.boss(),
                        "/recalls",
                        Map.of(
                                "maker",
                                batch.get("maker"),
                                "product",
                                batch.get("product"),
                                "lotNumber",
                                batch.get("lotNumber"),
                                "reason",
                                "Bacteria were found.")))
                .id();
        awaitEvents(soon.value(), BLOCKED);
        awaitEvents(elsewhere.id().value(), HELD_BACK);
        // another look at the same clinic finds nothing new
        assertThat(calls.post(
                                elsewhere.artist(),
                                "/lots/" + needlesThere + "/quarantine",
                                Map.of("reasonCode", "OTHER"))
                        .status())
                .isEqualTo(200);
        awaitEvents(elsewhere.id().value(), HELD_BACK, HELD_BACK);
        assertThat(calls.post(elsewhere.manager(), "/lots/" + needlesThere + "/release", null)
                        .status())
                .isEqualTo(200);
        awaitEvents(elsewhere.id().value(), HELD_BACK, HELD_BACK, USABLE_AGAIN);
        assertThat(eventsOf(soon.value())).containsExactly(BLOCKED);

        assertThat(calls.post(elsewhere.artist(), "/lots/" + lot + "/dispose", Map.of("reasonCode", "RECALLED"))
                        .status())
                .isEqualTo(200);
        ready.lotOf(elsewhere, "PIGMENT", "5");
        awaitEvents(soon.value(), BLOCKED, UNBLOCKED);
        awaitEvents(elsewhere.id().value(), HELD_BACK, HELD_BACK, USABLE_AGAIN, USABLE_AGAIN);
        assertThat(eventsOf(late.value())).isEmpty();
        assertThat(eventsOf(talk.value())).isEmpty();
        assertThat(recall).isNotBlank();
    }

    @Test
    void tellsOfALicenceThatIsWithdrawnAndGivenAgain() {
        PractitionerId guest = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        LicenceGranted licence = licence(guest);
        others.tell(List.of(new PractitionerJoined(guest, "Sam", List.of("SESSION_1")), licence));
        AppointmentSlot slot = in(Duration.ofDays(2), "SESSION_1");
        AppointmentId appointment = others.appointment(
                elsewhere.desk(),
                client,
                new AppointmentSlot(
                        slot.clinicId(),
                        guest,
                        slot.chairId(),
                        slot.serviceCode(),
                        slot.startsAt(),
                        slot.endsAt(),
                        slot.localStart(),
                        slot.zone()));

        others.tell(List.of(new LicenceRevoked(licence.licenceId(), guest, "EXPIRED", "GB-LND")));
        awaitEvents(appointment.value(), BLOCKED);
        others.tell(List.of(licence(guest)));
        awaitEvents(appointment.value(), BLOCKED, UNBLOCKED);
    }

    @Test
    void tellsOfATrainingThatIsWithdrawnAndRecordedAgainUnlessSomebodyAnswersForIt() {
        TestClinic newYork = others.clinic("US-NY");
        TrainingRecorded first = training(newYork);
        others.tell(List.of(first));
        AppointmentId appointment =
                others.appointment(newYork.desk(), client, in(newYork, Duration.ofDays(2), "SESSION_1"));

        others.tell(List.of(withdrawn(first)));
        awaitEvents(appointment.value(), BLOCKED);
        TrainingRecorded second = training(newYork);
        others.tell(List.of(second));
        awaitEvents(appointment.value(), BLOCKED, UNBLOCKED);

        others.tell(List.of(withdrawn(second)));
        awaitEvents(appointment.value(), BLOCKED, UNBLOCKED, BLOCKED);
        Map<String, Object> answering = Map.of("stepCode", "TRAINING", "reason", "The certificate is on its way.");
        assertThat(calls.post(newYork.manager(), "/readiness/" + appointment + "/override", answering)
                        .status())
                .isEqualTo(200);
        TrainingRecorded third = training(newYork);
        others.tell(List.of(third, withdrawn(third)));
        awaitEvents(appointment.value(), BLOCKED, UNBLOCKED, BLOCKED, "treatment.ReadinessOverridden.v1", UNBLOCKED);
    }

    @Test
    void tellsOnTheDayAfterALotsLast() {
        Map<String, Object> batch = Ready.lot(elsewhere, "PIGMENT", "5");
        batch.put(
                "expiresOn",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"))
                        .plusDays(20)
                        .toString());
        created(calls.post(elsewhere.artist(), "/lots", batch));
        ready.lotOf(elsewhere, "NEEDLE", "5");
        AppointmentId appointment = others.appointment(elsewhere.desk(), client, in(Duration.ofDays(24), "SESSION_1"));

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));

        awaitEvents(appointment.value(), BLOCKED);
        assertThat(eventsOf(elsewhere.id().value())).isEmpty();
    }

    @Test
    void followsTheRulesOfItsClinicAtOnceAndNamesTheVersionThatJudged() {
        AppointmentId appointment = others.appointment(elsewhere.desk(), client, in(Duration.ofDays(3), "SESSION_1"));
        String answers = created(calls.post(client.value(), "/questionnaires", ready.answers(client, "EPILEPSY")))
                .id();
        assertThat(eventsOf(appointment.value())).isEmpty();

        others.tell(List.of(rule("BLOCK", null)));
        awaitEvents(appointment.value(), BLOCKED);
        assertThat(questionnaireStep(appointment).at("/state").asString()).isEqualTo("BLOCKED");
        assertThat(questionnaireStep(appointment).at("/judgedBy/0/layer").asString())
                .isEqualTo("CLINIC");
        assertThat(questionnaireStep(appointment).at("/judgedBy/0/version").asLong())
                .isPositive();

        others.tell(List.of(rule("WARN", null)));
        awaitEvents(appointment.value(), BLOCKED, UNBLOCKED);
        assertThat(questionnaireStep(appointment).at("/state").asString()).isEqualTo("WARNING");

        others.tell(List.of(rule("WAIT", 30)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(questionnaireStep(appointment)
                                .at("/possibleFrom")
                                .isString())
                        .isTrue());
        assertThat(calls.get(client.value(), "/questionnaires/" + answers)
                        .body()
                        .at("/findings/0/effect")
                        .asString())
                .isEqualTo("DOCTORS_NOTE");
    }

    private PolicyLayerPublished rule(String effect, @Nullable Integer days) {
        ContraindicationRule rule = new ContraindicationRule("EPILEPSY", ContraindicationEffect.valueOf(effect), days);
        PolicyValues values =
                new PolicyValues(null, null, null, null, null, null, null, null, null, List.of(rule), null, null, null);
        return new PolicyLayerPublished(
                policy, null, elsewhere.id(), new PolicyLayer(PolicyLayer.atOnce(clock.instant()), values, List.of()));
    }

    private JsonNode questionnaireStep(AppointmentId appointment) {
        return calls.get(elsewhere.artist(), "/readiness/" + appointment.value())
                .body()
                .at("/steps")
                .valueStream()
                .filter(it -> it.at("/code").asString().equals("QUESTIONNAIRE"))
                .findFirst()
                .orElseThrow();
    }

    private static LicenceGranted licence(PractitionerId practitioner) {
        return new LicenceGranted(
                new LicenceId(Ids.next(LicenceId.PREFIX)),
                practitioner,
                "GB-LND",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2099, 12, 31));
    }

    /** What New York asks for, valid for a year. */
    private TrainingRecorded training(TestClinic newYork) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new TrainingRecorded(
                new TrainingId(Ids.next(TrainingId.PREFIX)),
                newYork.practitioner(),
                TrainingKind.BLOOD_BORNE_PATHOGENS,
                "US-NY",
                today.minusDays(1),
                today.plusYears(1));
    }

    private static TrainingWithdrawn withdrawn(TrainingRecorded it) {
        return new TrainingWithdrawn(it.trainingId(), it.practitionerId(), "ENTERED_WRONGLY");
    }

    private AppointmentSlot in(Duration ahead, String service) {
        return in(elsewhere, ahead, service);
    }

    private AppointmentSlot in(TestClinic there, Duration ahead, String service) {
        AppointmentSlot now = others.slot(there, service);
        return new AppointmentSlot(
                now.clinicId(),
                now.practitionerId(),
                now.chairId(),
                now.serviceCode(),
                now.startsAt().plus(ahead),
                now.endsAt().plus(ahead),
                now.localStart().plus(ahead),
                now.zone());
    }

    private void awaitEvents(String aggregate, String... types) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(eventsOf(aggregate)).containsExactly(types));
    }
}
