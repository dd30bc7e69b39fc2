package io.hairline.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A cancelled appointment's time is offered to those who wait, and exactly one of them gets it. */
@OnBooking
class WaitlistIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    @Autowired
    DemoClock demoClock;

    @Autowired
    Clock clock;

    private Calls calls;
    private TestClinic clinic;
    private String holder;
    private String booked;
    private final List<String> waiting = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    @BeforeEach
    void fourWaitForABookedTime() {
        calls = new Calls(port);
        byDay();
        clinic = town.clinic("Europe/London", 1, 1);
        holder = Town.client(calls, clinic);
        booked = calls.post(holder, "/appointments", clinic.slotFor(holder, "TOUCH_UP", clinic.at(10, 0)))
                .id();
        for (int number = 0; number < 4; number++) {
            String client = Town.client(calls, clinic);
            waiting.add(client);
            Answer joined = calls.post(client, "/waitlist", wish(client));
            assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
            entries.add(joined.id());
        }
    }

    /** Nobody is offered anything at night. */
    private void byDay() {
        ZonedDateTime here = clock.instant().atZone(LONDON);
        if (here.getHour() < 8 || here.getHour() >= 18) {
            ZonedDateTime nine = here.toLocalDate().atTime(LocalTime.of(9, 0)).atZone(LONDON);
            demoClock.moveTo((here.getHour() < 8 ? nine : nine.plusDays(1)).toInstant());
        }
    }

    private Map<String, Object> wish(String client) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("clientId", client);
        wish.put("serviceCode", "TOUCH_UP");
        wish.put("clinicIds", List.of(clinic.id().value()));
        wish.put("from", clinic.day().toString());
        wish.put("to", clinic.day().toString());
        return wish;
    }

    private void cancel() {
        assertThat(calls.post(holder, "/appointments/" + booked + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"))
                        .status())
                .isEqualTo(200);
    }

    private JsonNode entry(int number) {
        return calls.get(waiting.get(number), "/waitlist/" + entries.get(number))
                .body();
    }

    private String offer(int number, String status) {
        return await().atMost(A_MOMENT)
                .until(
                        () -> entry(number).at("/offers/0"),
                        it -> it.path("status").asString("").equals(status))
                .path("id")
                .asString();
    }

    private Answer accept(int number, String offerId) {
        return calls.post(
                waiting.get(number), "/waitlist/" + entries.get(number) + "/accept", Map.of("offerId", offerId));
    }

    @Test
    void givesTheTimeToOneOfThreeWhoAcceptAtOnce() throws Exception {
        cancel();
        List<String> offers = List.of(offer(0, "OPEN"), offer(1, "OPEN"), offer(2, "OPEN"));
        assertThat(entry(3).path("offers").isEmpty()).isTrue();
        Answer taken = calls.post(holder, "/appointments", clinic.slotFor(holder, "TOUCH_UP", clinic.at(10, 0)));
        assertThat(taken.problem()).isEqualTo("/problems/slot-taken");

        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                int who = number;
                all.add(threads.submit(() -> accept(who, offers.get(who))));
            }
            for (Future<Answer> it : all) {
                answers.add(it.get());
            }
        }

        List<Answer> won = answers.stream().filter(it -> it.status() == 200).toList();
        assertThat(won).as(answers.toString()).hasSize(1);
        assertThat(won.getFirst().text("/status")).isEqualTo("CONFIRMED");
        assertThat(answers.stream().filter(it -> it.status() == 409).map(Answer::problem))
                .containsExactly("/problems/offer-gone", "/problems/offer-gone");
        int winner = answers.indexOf(won.getFirst());
        for (int number = 0; number < 3; number++) {
            JsonNode entry = entry(number);
            assertThat(entry.path("status").asString()).isEqualTo(number == winner ? "BOOKED" : "WAITING");
            assertThat(entry.at("/offers/0/status").asString()).isEqualTo(number == winner ? "ACCEPTED" : "GONE");
        }
        Answer queue = calls.get(clinic.desk(), "/waitlist?clinicId=" + clinic.id());
        assertThat(queue.body().path("items").size()).isEqualTo(3);
        Answer saved = calls.get(clinic.desk(), "/waitlist/saved?clinicId=" + clinic.id());
        assertThat(saved.body().path("slots").asInt()).isEqualTo(1);
        assertThat(saved.body().path("minutes").asInt()).isEqualTo(120);
    }

    @Test
    void doesNotLetAnOfferBeAcceptedThatAvailabilityWouldNotShowAnyMore() {
        cancel();
        String first = offer(0, "OPEN");
        String second = offer(1, "OPEN");
        int minutes = (int) Duration.between(clock.instant(), clinic.at(11, 0)).toMinutes();
        PolicyId policy = new PolicyId(Ids.next(PolicyId.PREFIX));
        headOffice.tell(new PolicyLayerPublished(policy, null, clinic.id(), leadTime(minutes)));

        assertThat(accept(0, first).problem()).isEqualTo("/problems/too-late");
        assertThat(entry(0).at("/offers/0/status").asString()).isEqualTo("OPEN");

        headOffice.tell(new PolicyLayerPublished(policy, null, clinic.id(), leadTime(60)));
        String near = calls.post(
                        waiting.getFirst(),
                        "/appointments",
                        clinic.slotFor(
                                waiting.getFirst(),
                                "TOUCH_UP",
                                clinic.at(clinic.day().plusDays(2), 10, 0)))
                .id();
        assertThat(accept(0, first).problem()).isEqualTo("/problems/healing-gap");
        calls.post(waiting.getFirst(), "/appointments/" + near + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));

        headOffice.tell(new ClinicDayClosed(clinic.id(), clinic.day(), "HOLIDAY"));
        assertThat(accept(1, second).problem()).isEqualTo("/problems/offer-gone");
        headOffice.tell(new ClinicDayReopened(clinic.id(), clinic.day()));

        assertThat(accept(0, first).status()).isEqualTo(200);
    }

    private static PolicyLayer leadTime(int minutes) {
        return new PolicyLayer(
                LocalDate.of(2020, 1, 1),
                new PolicyValues(minutes, null, null, null, null, null, null, null, null, null, null, null, null),
                List.of());
    }

    @Test
    void asksTheNextWhenOffersExpireOrAllDecline() {
        cancel();
        String first = offer(0, "OPEN");

        demoClock.moveTo(clock.instant().plus(Duration.ofMinutes(31)));

        offer(0, "EXPIRED");
        String fourth = offer(3, "OPEN");
        assertThat(accept(0, first).problem()).isEqualTo("/problems/offer-gone");
        assertThat(calls.post(waiting.get(3), "/waitlist/" + entries.get(3) + "/decline", Map.of("offerId", fourth))
                        .text("/offers/0/status"))
                .isEqualTo("DECLINED");
        await().atMost(A_MOMENT)
                .untilAsserted(() -> assertThat(calls.post(
                                        holder, "/appointments", clinic.slotFor(holder, "TOUCH_UP", clinic.at(10, 0)))
                                .status())
                        .isEqualTo(201));
    }

    @Test
    void passesOverWhomTheTimeDoesNotFit() {
        Map<String, Object> busy = clinic.slotFor(waiting.get(0), "TOUCH_UP", clinic.at(10, 0));
        TestClinic other = town.clinic("Europe/London", 1, 1);
        busy.put("clinicId", other.id().value());
        busy.put("practitionerId", other.practitioner().value());
        assertThat(calls.post(waiting.get(0), "/appointments", busy).status()).isEqualTo(201);
        assertThat(calls.call(waiting.get(1), "DELETE", "/waitlist/" + entries.get(1), null, Map.of())
                        .text("/status"))
                .isEqualTo("LEFT");

        cancel();

        offer(2, "OPEN");
        offer(3, "OPEN");
        assertThat(entry(0).path("offers").isEmpty()).isTrue();
        assertThat(entry(1).path("offers").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatMakesNoSenseAndWhatIsNotTheCallers() {
        String client = waiting.getFirst();
        assertRefused(client, "near", "51.5,-0.12", "clinicIds");
        assertRefused(client, "serviceCode", "MASSAGE", "serviceCode");
        assertRefused(client, "to", clinic.day().minusDays(1).toString(), "to");
        assertRefused(client, "to", "2999-01-01", "to");
        assertRefused(client, "days", List.of("FUNDAY"), "days[0]");
        String entry = "/waitlist/" + entries.getFirst();
        TestClinic elsewhere = town.clinic("Europe/London", 1, 1);
        for (String stranger : List.of(waiting.get(1), elsewhere.desk(), Town.guest())) {
            assertThat(calls.get(stranger, entry).status()).isEqualTo(404);
            assertThat(calls.call(stranger, "DELETE", entry, null, Map.of()).status())
                    .isEqualTo(404);
        }
        assertThat(calls.get(elsewhere.desk(), "/waitlist?clinicId=" + clinic.id())
                        .status())
                .isEqualTo(404);
        assertThat(calls.get(client, "/waitlist?clinicId=" + clinic.id()).status())
                .isIn(403, 404);
        assertThat(calls.get(waiting.get(1), "/waitlist?clientId=" + client).status())
                .isEqualTo(404);
        for (int more = 0; more < 4; more++) {
            assertThat(calls.post(client, "/waitlist", wish(client)).status()).isEqualTo(201);
        }
        assertThat(calls.post(client, "/waitlist", wish(client)).problem()).isEqualTo("/problems/waitlist-full");
    }

    private void assertRefused(String client, String field, Object value, String named) {
        Map<String, Object> wish = wish(client);
        wish.put(field, value);
        Answer refused = calls.post(client, "/waitlist", wish);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(named);
    }
}
