package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.time.DemoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnNotification
class MailFaultsIT {

    private static final String CONFIRMED = "BOOKING_CONFIRMED";
    private static final String EMAIL = "EMAIL";

    @Autowired
    Others others;

    @Autowired
    DemoClock demoClock;

    private ClientContact confirmedTo(String fault) {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en", others.zoneWhereItIs(12), fault);
        AppointmentBooked booked = clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3)));
        others.tell(booked, ada.clientId().value(), others.now());
        others.tick();
        return ada;
    }

    @Test
    void triesAgainWhenTheServerSaysNotNow() {
        for (String fault : List.of("+busy", "+closing")) {
            ClientContact ada = confirmedTo(fault);
            others.awaitStatus(ada, CONFIRMED, EMAIL, "DEFERRED");

            demoClock.moveTo(others.now().plusSeconds(6));
            others.tick();

            others.awaitStatus(ada, CONFIRMED, EMAIL, "SENT");
            assertThat(Mailbox.of(ada)).hasSize(1);
        }
    }

    @Test
    void logsInNowhereWithoutAUsername() {
        ClientContact ada = confirmedTo("+open");

        others.awaitStatus(ada, CONFIRMED, EMAIL, "SENT");
        assertThat(NotificationServers.FAULTS.logIns()).isZero();
    }

    @Test
    void stopsAndShowsItWhenTheServerSaysNever() {
        ClientContact ada = confirmedTo("+nobody");

        others.awaitStatus(ada, CONFIRMED, EMAIL, "FAILED");
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");
        assertThat(NotificationServers.FAULTS.triedFor(ada.email())).isEqualTo(1);
    }

    @Test
    void neverSendsAgainWhatMayHaveArrived() {
        ClientContact ada = confirmedTo("+lost");

        others.awaitStatus(ada, CONFIRMED, EMAIL, "UNKNOWN");
        demoClock.moveTo(others.now().plus(Duration.ofHours(12)));
        others.tick();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> true);
        assertThat(others.statuses(ada, CONFIRMED, EMAIL)).containsExactly("UNKNOWN");
        assertThat(NotificationServers.FAULTS.triedFor(ada.email())).isEqualTo(1);
        assertThat(Mailbox.of(ada)).hasSize(1);
    }

    @Test
    void takesASilentServerForOneThatHasNothing() {
        ClientContact ada = confirmedTo("+hang");

        others.awaitStatus(ada, CONFIRMED, EMAIL, "DEFERRED");
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");
    }

    @Test
    void sendsEachOnceFromTwoInstances() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        List<ClientContact> clients = new ArrayList<>();
        try (SecondInstance second = SecondInstance.start()) {
            assertThat(second.context().isRunning()).isTrue();
            for (int number = 0; number < 40; number++) {
                ClientContact ada = others.client("en");
                clients.add(ada);
                others.say(
                        clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))),
                        ada.clientId().value(),
                        others.now());
            }
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> clients.stream()
                            .noneMatch(
                                    it -> others.statuses(it, CONFIRMED, EMAIL).isEmpty()));
            others.tick();
            clients.forEach(it -> others.awaitStatus(it, CONFIRMED, EMAIL, "SENT"));
        }
        assertThat(clients).allSatisfy(it -> assertThat(Mailbox.of(it)).hasSize(1));
    }
}
