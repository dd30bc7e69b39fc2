package io.hairline.booking.appointment.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicHoursChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnBooking
class ConflictIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    DemoClock clock;

    private Calls calls;
    private TestClinic clinic;
    private String client;
    private String id;

    @BeforeEach
    void book() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, clinic);
        Answer booked = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        id = booked.id();
    }

    private Answer open() {
        return calls.get(clinic.desk(), "/tasks?status=OPEN&clinicId=" + clinic.id());
    }

    private void awaitTask(String reasonCode) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            Answer tasks = open();
            assertThat(tasks.body().at("/items").findValuesAsString("reasonCode"))
                    .as(tasks.body().toString())
                    .containsExactly(reasonCode);
        });
        assertThat(calls.get(client, "/appointments/" + id).text("/conflict")).isEqualTo(reasonCode);
        assertThat(calls.get(client, "/appointments/" + id).text("/status")).isEqualTo("CONFIRMED");
    }

    private void awaitNoTask(String because) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(open().body().at("/items").isEmpty()).isTrue());
        Answer all = calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id());
        assertThat(all.body()
                        .at("/items")
                        .get(all.body().at("/items").size() - 1)
                        .path("doneBecause")
                        .asString())
                .isEqualTo(because);
        assertThat(calls.get(client, "/appointments/" + id)
                        .body()
                        .path("conflict")
                        .isNull())
                .isTrue();
    }

    private Answer preview(String query) {
        Answer preview = calls.get(clinic.manager(), "/appointments/conflicts?" + query);
        assertThat(preview.status()).as(preview.body().toString()).isEqualTo(200);
        return preview;
    }

    @Test
    void tellsTheDeskOfAClosedDayWithOffersUntilTheAppointmentMoves() {
        LocalDate day = clinic.day();
        assertThat(preview("clinicId=" + clinic.id() + "&from=" + day)
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(preview("clinicId=" + clinic.id() + "&from=" + day.plusDays(1))
                        .body()
                        .path("count")
                        .asInt())
                .isZero();

        headOffice.tell(new ClinicDayClosed(clinic.id(), day, "HOLIDAY"));

        awaitTask("CLINIC_CLOSED");
        Answer tasks = open();
        assertThat(tasks.text("/items/0/appointment/id")).isEqualTo(id);
        assertThat(tasks.body().at("/items/0/offers").size()).isEqualTo(3);
        Answer moved = calls.post(
                clinic.desk(),
                "/appointments/" + id + "/reschedule",
                Map.of("startsAt", tasks.text("/items/0/offers/0/startsAt"), "reasonCode", "CLINIC_CLOSED"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        awaitNoTask("MOVED");
        assertThat(calls.get(client, "/appointments/" + id + "/history")
                        .body()
                        .at("/items")
                        .findValuesAsString("type"))
                .containsExactly(
                        "booking.AppointmentBooked.v1",
                        "booking.AppointmentConflictFound.v1",
                        "booking.AppointmentRescheduled.v1");
    }

    @Test
    void closesATaskByItselfWhenTheAppointmentFitsAgain() {
        headOffice.tell(new PractitionerRotaSet(clinic.practitioner(), clinic.id(), List.of()));
        awaitTask("PRACTITIONER_NOT_WORKING");

        headOffice.tell(new PractitionerRotaSet(clinic.practitioner(), clinic.id(), Town.week("09:00", "18:00")));

        awaitNoTask("FITS_AGAIN");
    }

    @Test
    void findsEveryChangeOfPlansThatLeavesAnAppointmentWithoutAPlace() {
        List<Map.Entry<String, List<HeadOfficeEvent>>> changes = List.of(
                Map.entry("CLINIC_CLOSED", List.of(new ClinicHoursChanged(clinic.id(), Town.week("14:00", "18:00")))),
                Map.entry("", List.of(new ClinicHoursChanged(clinic.id(), Town.week("09:00", "18:00")))),
                Map.entry(
                        "PRACTITIONER_NOT_TRAINED",
                        List.of(new PractitionerSkillsChanged(clinic.practitioner(), List.of("CONSULTATION")))),
                Map.entry("", List.of(new PractitionerSkillsChanged(clinic.practitioner(), Town.SERVICES))),
                Map.entry(
                        "CHAIR_REMOVED",
                        List.of(new ChairRemoved(clinic.id(), clinic.chairs().getFirst()))));

        for (Map.Entry<String, List<HeadOfficeEvent>> change : changes) {
            headOffice.tell(change.getValue());
            if (change.getKey().isEmpty()) {
                awaitNoTask("FITS_AGAIN");
            } else {
                awaitTask(change.getKey());
            }
        }
    }

    @Test
    void findsAnAppointmentAfterThePractitionersLicenceWasRevoked() {
        LicenceId licence =
                new LicenceId(Objects.requireNonNull(mongo.findById(clinic.practitioner(), Practitioner.class))
                        .licences()
                        .keySet()
                        .iterator()
                        .next());

        headOffice.tell(new LicenceRevoked(licence, clinic.practitioner(), "AUTHORITY", null));

        awaitTask("PRACTITIONER_NOT_LICENSED");
        headOffice.tell(new LicenceGranted(
                new LicenceId(Ids.next(LicenceId.PREFIX)),
                clinic.practitioner(),
                "GB-LND",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2099, 12, 31)));
        awaitNoTask("FITS_AGAIN");
    }

    @Test
    void closesATaskWithTheAppointmentOrByHandAndForTheClinicsDeskAlone() {
        headOffice.tell(new ClinicDayClosed(clinic.id(), clinic.day(), "HOLIDAY"));
        awaitTask("CLINIC_CLOSED");
        String task = open().text("/items/0/id");
        TestClinic other = town.clinic("Europe/London", 1, 1);

        assertThat(calls.get(client, "/tasks/" + task).status()).isEqualTo(403);
        assertThat(calls.get(other.desk(), "/tasks/" + task).status()).isEqualTo(404);
        assertThat(calls.post(clinic.regionManager(), "/tasks/" + task + "/done", null)
                        .status())
                .isEqualTo(403);
        assertThat(calls.post(other.desk(), "/tasks/" + task + "/done", null).status())
                .isEqualTo(404);
        assertThat(calls.post(clinic.desk(), "/tasks/" + task + "/done", null).text("/doneBecause"))
                .isEqualTo("BY_HAND");
        assertThat(calls.post(clinic.desk(), "/tasks/" + task + "/done", null).status())
                .isEqualTo(200);
        assertThat(open().body().at("/items").isEmpty()).isTrue();
    }

    @Test
    void saysBeforehandWhatAnAbsenceARemovedChairOrANewPlanWouldLeave() {
        String day = clinic.day().toString();
        String practitioner = "practitionerId=" + clinic.practitioner();

        assertThat(preview(practitioner + "&from=" + day + "&to=" + day)
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(preview("clinicId=" + clinic.id() + "&chairId="
                                + clinic.chairs().getFirst())
                        .text("/items/0/id"))
                .isEqualTo(id);
        String plan = practitioner + "&clinicId=" + clinic.id() + "&shift=";
        assertThat(preview(plan).body().path("count").asInt()).isEqualTo(1);
        assertThat(preview(plan + "TUESDAY%2009:00-18:00").body().path("count").asInt())
                .isZero();
        assertThat(preview(plan + "TUESDAY%2011:00-18:00").body().path("count").asInt())
                .isEqualTo(1);
        String hours = "clinicId=" + clinic.id() + "&shift=";
        assertThat(preview(hours + ",").body().path("count").asInt()).isEqualTo(1);
        assertThat(preview(hours + "TUESDAY%2009:00-18:00,")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(preview(hours + "TUESDAY%2011:00-18:00,").text("/items/0/id"))
                .isEqualTo(id);
        assertThat(calls.get(clinic.manager(), "/appointments/conflicts?" + plan + "SOMEDAY")
                        .text("/errors/0/field"))
                .isEqualTo("shift");
        assertThat(calls.get(client, "/appointments/conflicts?clinicId=" + clinic.id() + "&from=" + day)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void extendsWhatTakesLongerUnlessTheNextTimeIsTaken() {
        clock.moveTo(clinic.at(9, 45));
        String path = "/appointments/" + id;
        assertThat(extend(path, 15).problem()).isEqualTo("/problems/illegal-move");
        assertThat(calls.post(clinic.desk(), path + "/check-in", null).status()).isEqualTo(200);

        Answer longer = extend(path, 30);
        String other = Town.client(calls, clinic);
        Answer next = calls.post(other, "/appointments", clinic.slotFor(other, "TOUCH_UP", clinic.at(13, 0)));
        Answer taken = extend(path, 15);

        assertThat(OffsetDateTime.parse(longer.text("/endsAt")).toInstant()).isEqualTo(clinic.at(12, 30));
        assertThat(next.status()).as(next.body().toString()).isEqualTo(201);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("/problems/slot-taken");
        assertThat(open().text("/items/0/kind")).isEqualTo("OVERRUN");
        assertThat(open().text("/items/0/reasonCode")).isEqualTo("NEXT_TIME_TAKEN");
        assertThat(extend(path, 20).text("/errors/0/field")).isEqualTo("minutes");
    }

    private Answer extend(String path, int minutes) {
        return calls.post(clinic.desk(), path + "/extend", Map.of("minutes", minutes));
    }
}
