package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who is a guest in a jurisdiction is offered and booked there on as many days as that allows. */
@OnBooking
class GuestDaysIT {

    private static final String SERVICE = "PATCH_TEST";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    @Test
    void endWithTheDaysInARow() {
        TestClinic clinic = town.clinic("Europe/London", 2, 1);
        PractitionerId guest = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        headOffice.tell(List.<HeadOfficeEvent>of(
                new PractitionerJoined(guest, "Guest", Town.SERVICES),
                new PractitionerRotaSet(guest, clinic.id(), Town.week("09:00", "18:00")),
                new LicenceGranted(
                        new LicenceId(Ids.next(LicenceId.PREFIX)),
                        guest,
                        "GB-LND",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2099, 12, 31),
                        new GuestLimit(2, 15))));
        Calls calls = new Calls(port);
        LocalDate tuesday = clinic.day();
        assertThat(offered(calls, clinic, guest, tuesday.plusDays(2))).isPositive();

        assertThat(book(calls, clinic, guest, tuesday, 10).status()).isEqualTo(201);
        assertThat(book(calls, clinic, guest, tuesday.plusDays(1), 10).status()).isEqualTo(201);

        Answer third = book(calls, clinic, guest, tuesday.plusDays(2), 10);
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.text("/type")).isEqualTo("/problems/guest-days-used");
        assertThat(offered(calls, clinic, guest, tuesday.plusDays(2))).isZero();
        assertThat(offered(calls, clinic, guest, tuesday.plusDays(1))).isPositive();
        assertThat(offered(calls, clinic, clinic.practitioner(), tuesday.plusDays(2)))
                .isPositive();
        assertThat(book(calls, clinic, guest, tuesday.plusDays(1), 14).status()).isEqualTo(201);
        assertThat(book(calls, clinic, guest, tuesday.plusDays(3), 10).status()).isEqualTo(201);
    }

    private static Answer book(Calls calls, TestClinic clinic, PractitionerId guest, LocalDate day, int hour) {
        Map<String, Object> slot = clinic.slot(guest, SERVICE, clinic.at(day, hour, 0));
        slot.put("clientId", Town.client(calls, clinic));
        return calls.post(clinic.desk(), "/appointments", slot);
    }

    private static int offered(Calls calls, TestClinic clinic, PractitionerId practitioner, LocalDate day) {
        return calls.get(
                        clinic.desk(),
                        "/availability?serviceCode=%s&clinicId=%s&practitionerId=%s&from=%s&to=%s&limit=200"
                                .formatted(SERVICE, clinic.id(), practitioner, day, day))
                .body()
                .path("items")
                .size();
    }
}
