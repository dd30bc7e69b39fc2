package io.hairline.booking.demo;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientRegistration;
import io.hairline.booking.client.Clients;
import io.hairline.booking.client.email.EmailConfirmation;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.Refusal;
import io.hairline.kit.time.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Fills an empty demo: waits for head office's network, then registers clients and books for some of them. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class DemoDiary {

    private static final Logger log = LoggerFactory.getLogger(DemoDiary.class);
    private static final String MADE_BY = "demo";
    private static final int APPOINTMENTS = 96;
    private static final int DAYS = 21;
    /** From the registration to the first visit. */
    private static final Duration CAME_AFTER = Duration.ofDays(8);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** One client of so many has never confirmed the e-mail address. */
    private static final int WITHOUT_CONFIRMED_EMAIL = 5;

    /** What a client may book of whom nothing is known: sessions and touch-ups come with the history of a course. */
    private static final String SERVICE = "CONSULTATION";

    private final ReferenceData referenceData;
    private final Clients clients;
    private final ClientRegistration registration;
    private final EmailConfirmation emailConfirmation;
    private final SlotSearch findingSlots;
    private final AppointmentScheduling scheduling;
    private final List<DemoPart> parts;
    private final Clock clock;

    DemoDiary(
            ReferenceData referenceData,
            Clients clients,
            ClientRegistration registration,
            EmailConfirmation emailConfirmation,
            SlotSearch findingSlots,
            AppointmentScheduling scheduling,
            List<DemoPart> parts,
            Clock clock) {
        this.referenceData = referenceData;
        this.clients = clients;
        this.registration = registration;
        this.emailConfirmation = emailConfirmation;
        this.findingSlots = findingSlots;
        this.scheduling = scheduling;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        Thread.ofVirtual().name("demo").start(this::fillWhenTheNetworkIsThere);
    }

    private void fillWhenTheNetworkIsThere() {
        try {
            while (!isNetworkThere()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            }
            if (clients.has(DemoIds.client(DemoClients.COUNT))) {
                return;
            }
            for (int number = 1; number <= DemoClients.COUNT; number++) {
                register(number);
            }
            for (int number = 1; number <= APPOINTMENTS; number++) {
                book(number);
            }
            parts.forEach(it -> it.fill(MADE_BY));
            log.info("demo filled clients={} appointments<={}", DemoClients.COUNT, APPOINTMENTS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isNetworkThere() {
        boolean clinics = DemoIds.CLINICS.stream()
                .allMatch(it -> referenceData
                        .clinic(DemoIds.clinic(it))
                        .filter(clinic -> clinic.chairs().size() == DemoIds.chairs(it))
                        .isPresent());
        return clinics
                && referenceData
                        .practitioner(DemoIds.practitioner(DemoIds.PRACTITIONERS))
                        .filter(it -> !it.rota().isEmpty() && !it.licences().isEmpty())
                        .isPresent()
                && referenceData.offers("TOUCH_UP");
    }

    private void register(int number) {
        ClientId id = DemoIds.client(number);
        if (!clients.has(id)) {
            try {
                Instant joined = clock.instant()
                        .minus(Duration.ofDays(DemoIds.daysSinceFirstVisit(number)))
                        .minus(CAME_AFTER);
                BusinessClock.at(joined, () -> join(id, number));
            } catch (DuplicateKeyException _) {
                log.debug("another instance registered client number={}", number);
            }
        }
    }

    private void join(ClientId id, int number) {
        Client client =
                registration.register(id, DemoClients.particulars(number), DemoClients.homeClinic(number), MADE_BY);
        if (number % WITHOUT_CONFIRMED_EMAIL != 0) {
            emailConfirmation.confirm(id, client.version());
        }
    }

    /** The clinic may be told only later that it is closed then. */
    private static boolean isHoliday(int number, Clinic clinic, Slot slot) {
        return DemoHolidays.isOn(
                DemoClients.clinicCode(number),
                LocalDate.ofInstant(slot.startsAt().toInstant(), clinic.zoneId()));
    }

    private void book(int number) {
        Clinic clinic = referenceData.clinic(DemoClients.homeClinic(number)).orElseThrow();
        ClientId client = DemoIds.client(number);
        Random random = new Random(number);
        LocalDate day = LocalDate.ofInstant(clock.instant(), clinic.zoneId()).plusDays(1 + random.nextInt(DAYS));
        List<Slot> free =
                findingSlots
                        .find(new AvailabilitySearch(List.of(clinic), SERVICE, day, day.plusDays(2), null, client))
                        .stream()
                        .filter(it -> !isHoliday(number, clinic, it))
                        .toList();
        if (free.isEmpty()) {
            return;
        }
        Slot slot = free.get(random.nextInt(free.size()));
        AppointmentId id = DemoIds.appointment(number);
        try {
            scheduling.book(
                    id,
                    new SlotRequest(
                            slot.clinicId(),
                            slot.practitionerId(),
                            slot.chairId(),
                            SERVICE,
                            slot.startsAt().toInstant(),
                            client,
                            null),
                    client,
                    MADE_BY);
        } catch (Refusal e) {
            log.debug("demo appointment left out number={} reason={}", number, e.slug());
        }
    }
}
