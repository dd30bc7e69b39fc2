package io.hairline.booking.appointment.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.HeldLot;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes in a treatment's way, or should be looked at, is a task of the desk until it is settled. */
@OnBooking
class TreatmentTasksIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    private Calls calls;
    private TestClinic clinic;
    private ClientId client;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = new ClientId(Town.client(calls, clinic));
    }

    @Test
    void answersThatForbidATreatmentAreATaskUntilTheyDoNoMore() {
        AppointmentId treatment = book("TOUCH_UP", 10);
        others.tell(new ReadinessBlocked(treatment, client, clinic.id(), "QUESTIONNAIRE"));

        Answer open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("ANSWERS_BLOCK");
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("ANSWERS_BLOCK");
        assertThat(open.text("/items/0/clientId")).isEqualTo(client.value());
        assertThat(open.text("/items/0/toDo")).contains("talk the answers through");
        assertThat(open.body().at("/items/0/offers").isEmpty())
                .as("another time settles nothing")
                .isTrue();

        move(treatment, clinic);
        assertThat(kinds(tasks(clinic, "OPEN"))).containsExactly("ANSWERS_BLOCK");

        others.tell(new ReadinessUnblocked(treatment, client, clinic.id(), "QUESTIONNAIRE"));
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("ANSWERS_CLEAR");
    }

    @Test
    void aFailedPatchTestIsATaskUntilAnotherOneIsRead() {
        AppointmentId treatment = book("TOUCH_UP", 10);
        others.tell(new ReadinessBlocked(treatment, client, clinic.id(), "PATCH_TEST"));

        Answer open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("PATCH_TEST_FAILED");
        assertThat(open.text("/items/0/toDo")).contains("place another test");

        others.tell(new ReadinessUnblocked(treatment, client, clinic.id(), "PATCH_TEST"));
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("PATCH_TEST_REPEATED");
    }

    @Test
    void aLotThatNobodyMightUseAnyMoreIsATaskAfterTheSession() {
        AppointmentId treatment = book("TOUCH_UP", 10);
        LotId lot = new LotId(Ids.next(LotId.PREFIX));
        others.tell(signed(treatment, lot, null));
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();

        AppointmentId another = book("TOUCH_UP", 14);
        others.tell(signed(another, lot, List.of(new HeldLot(lot, "EXPIRED"), new HeldLot(lot, "QUARANTINED"))));

        Answer open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("HELD_LOT_USED");
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("LOT_QUARANTINED");
        assertThat(open.text("/items/0/clientId")).isEqualTo(client.value());
        assertThat(open.text("/items/0/appointment/status"))
                .as("the task outlives the visit")
                .isEqualTo("COMPLETED");
        assertThat(open.text("/items/0/toDo")).contains("speak with the client");
        assertThat(calls.post(clinic.desk(), "/tasks/" + open.text("/items/0/id") + "/done", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
    }

    private SessionCompleted signed(AppointmentId appointment, LotId lot, @Nullable List<HeldLot> held) {
        return new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                appointment,
                client,
                clinic.id(),
                clinic.practitioner(),
                "TOUCH_UP",
                null,
                clinic.at(10, 0),
                clinic.at(12, 0),
                List.of(),
                new Needle("3RL", lot),
                List.of(),
                null,
                null,
                null,
                held);
    }

    @Test
    void goesWithItsAppointmentToAnotherClinicAndEndsWithIt() {
        TestClinic other = town.clinic("Europe/London", 1, 1);
        AppointmentId treatment = book("TOUCH_UP", 10);
        others.tell(new ReadinessBlocked(treatment, client, clinic.id(), "QUESTIONNAIRE"));

        move(treatment, other);
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("MOVED");
        assertThat(kinds(tasks(other, "OPEN"))).containsExactly("ANSWERS_BLOCK");

        assertThat(calls.post(
                                client.value(),
                                "/appointments/" + treatment + "/cancel",
                                Map.of("reasonCode", "CLIENT_REQUEST"))
                        .status())
                .isEqualTo(200);
        assertThat(kinds(tasks(other, "OPEN"))).isEmpty();
        others.tell(new ReadinessBlocked(treatment, client, other.id(), "LOT"));
        assertThat(kinds(tasks(other, "OPEN")))
                .as("a cancelled appointment is nobody's task")
                .isEmpty();
    }

    @Test
    void aMissingTrainingIsATaskUntilItIsRecordedOrSomebodyAnswersForIt() {
        AppointmentId treatment = book("TOUCH_UP", 10);
        others.tell(new ReadinessBlocked(treatment, client, clinic.id(), "TRAINING"));
        assertThat(kinds(tasks(clinic, "OPEN"))).containsExactly("NO_TRAINING");

        others.tell(new ReadinessOverridden(treatment, client, clinic.id(), "TRAINING", "CLINIC_MANAGER"));
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("OVERRIDDEN");

        others.tell(new ReadinessUnblocked(treatment, client, clinic.id(), "TRAINING"));
        others.tell(new ReadinessBlocked(treatment, client, clinic.id(), "TRAINING"));
        others.tell(new ReadinessUnblocked(treatment, client, clinic.id(), "TRAINING"));
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").body().at("/items").findValuesAsString("doneBecause"))
                .containsExactly("OVERRIDDEN", "TRAINED");
    }

    @Test
    void aColourThatIsNotRightIsATaskUntilAConsultationIsBooked() {
        says(true);
        says(true);
        Answer open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("COLOUR_CHECK");
        assertThat(open.text("/items/0/clientId")).isEqualTo(client.value());
        assertThat(open.text("/items/0/toDo")).contains("book a consultation");

        book("TOUCH_UP", 10);
        assertThat(kinds(tasks(clinic, "OPEN"))).containsExactly("COLOUR_CHECK");
        book("CONSULTATION", 15);
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("CONSULTATION_BOOKED");
    }

    @Test
    void aColourThatIsRightAgainOrWasNeverWrongIsNone() {
        says(null);
        says(false);
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();

        says(true);
        says(false);
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("ANSWERED_ANEW");
    }

    @Test
    void whatAnotherClinicNotedOfTheHealingIsATaskOfTheClinicThatTreated() {
        TestClinic other = town.clinic("Europe/London", 1, 1);
        others.tell(assessed(clinic, false));
        assertThat(kinds(tasks(clinic, "OPEN"))).as("its own").isEmpty();

        others.tell(assessed(other, false));
        Answer open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("HEALING_ELSEWHERE");
        assertThat(open.text("/items/0/clientId")).isEqualTo(client.value());
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("HEALING_DELAYED");
        assertThat(open.text("/items/0/toDo")).contains("read in the chart");
        assertThat(kinds(tasks(other, "OPEN"))).isEmpty();

        others.tell(assessed(other, true));
        open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("HEALING_ELSEWHERE");
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("HEALING_RELEASED");

        others.tell(releaseEnded(other, null));
        assertThat(tasks(clinic, "OPEN").text("/items/0/reasonCode")).isEqualTo("HEALING_RELEASED");
        others.tell(releaseEnded(other, Instant.parse("2026-05-12T10:00:00Z")));
        open = tasks(clinic, "OPEN");
        assertThat(kinds(open)).as("%s", open).containsExactly("HEALING_ELSEWHERE");
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("HEALING_DELAYED");

        others.tell(assessed(clinic, true));
        assertThat(kinds(tasks(clinic, "OPEN"))).isEmpty();
        assertThat(tasks(clinic, "DONE").text("/items/0/doneBecause")).isEqualTo("ASSESSED_ANEW");
    }

    private HealingReleaseEnded releaseEnded(TestClinic in, @Nullable Instant delayedSince) {
        return new HealingReleaseEnded(
                new HealingAssessmentId(Ids.next(HealingAssessmentId.PREFIX)),
                new SessionId(Ids.next(SessionId.PREFIX)),
                client,
                in.id(),
                clinic.id(),
                delayedSince);
    }

    private HealingAssessed assessed(TestClinic in, boolean released) {
        return new HealingAssessed(
                new HealingAssessmentId(Ids.next(HealingAssessmentId.PREFIX)),
                new SessionId(Ids.next(SessionId.PREFIX)),
                client,
                in.id(),
                released,
                clinic.id());
    }

    private void says(@Nullable Boolean consultationSuggested) {
        others.tell(new SelfCheckAnswered(
                new SelfCheckId(Ids.next(SelfCheckId.PREFIX)),
                new TouchUpId(Ids.next(TouchUpId.PREFIX)),
                client,
                clinic.id(),
                consultationSuggested));
    }

    private AppointmentId book(String service, int hour) {
        String id = client.value();
        Answer booked = calls.post(id, "/appointments", clinic.slotFor(id, service, clinic.at(hour, 0)));
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return new AppointmentId(booked.id());
    }

    private void move(AppointmentId appointment, TestClinic to) {
        Map<String, Object> there = to.slot("TOUCH_UP", to.at(13, 0));
        there.remove("serviceCode");
        there.put("reasonCode", "CLIENT_REQUEST");
        Answer moved = calls.post(client.value(), "/appointments/" + appointment + "/reschedule", there);
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    private Answer tasks(TestClinic of, String status) {
        return calls.get(of.desk(), "/tasks?clinicId=" + of.id() + "&status=" + status);
    }

    private static List<String> kinds(Answer tasks) {
        return tasks.body().at("/items").findValuesAsString("kind");
    }
}
