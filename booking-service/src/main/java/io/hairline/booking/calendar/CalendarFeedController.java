package io.hairline.booking.calendar;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.Clients;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feed behind a secret link, for calendar programs, which have no token. */
@RestController
@RequestMapping("/api/v1/calendar-feeds")
class CalendarFeedController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final Duration BEFORE = Duration.ofHours(12);
    private static final int MOST = 500;

    private final CalendarLinks links;
    private final Appointments appointments;
    private final Clients clients;
    private final ClientEncryption encryption;
    private final ReferenceData referenceData;
    private final Clock clock;

    CalendarFeedController(
            CalendarLinks links,
            Appointments appointments,
            Clients clients,
            ClientEncryption encryption,
            ReferenceData referenceData,
            Clock clock) {
        this.links = links;
        this.appointments = appointments;
        this.clients = clients;
        this.encryption = encryption;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /** What is confirmed from half a day ago on, at most 500 appointments; a client's in the client's language. */
    @GetMapping(value = "/{secret}.ics")
    ResponseEntity<String> feed(@PathVariable String secret) {
        CalendarLink link = links.behind(secret).orElseThrow(Refusal::notFound);
        boolean ofClient = link.whose().startsWith(ClientId.PREFIX);
        String whose = ofClient ? Appointments.CLIENT : Appointments.PRACTITIONER;
        Instant now = clock.instant();
        String calendar = CalendarFeed.write(
                appointments.toCome(whose, link.whose(), now.minus(BEFORE), MOST).stream()
                        .map(this::entry)
                        .toList(),
                ofClient ? language(new ClientId(link.whose())) : Locale.ENGLISH,
                now);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(calendar);
    }

    private Locale language(ClientId client) {
        return Locale.forLanguageTag(encryption.open(clients.require(client)).language());
    }

    private CalendarFeed.Entry entry(Appointment it) {
        Optional<Clinic> clinic = referenceData.clinic(it.slot().clinicId());
        return new CalendarFeed.Entry(
                it.id().value(),
                it.version(),
                it.slot().serviceCode(),
                it.slot().startsAt(),
                it.slot().endsAt(),
                it.slot().zone(),
                clinic.map(CalendarFeedController::place).orElse(""),
                clinic.map(Clinic::phone).orElse(null));
    }

    private static String place(Clinic it) {
        return it.address() == null ? it.name() : it.name() + ", " + it.address();
    }
}
