package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What may have happened to some clients, by chance but the same for the same seed. */
final class History {

    private static final String ZONE = "Europe/Berlin";
    private static final ClinicId CLINIC = DemoIds.clinic("BER");

    /** An event, its version and when it happened. */
    record Told(DomainEvent event, long version, Instant time) {}

    private final RandomGenerator random;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private Instant now = Instant.parse("2031-01-10T09:00:00Z");

    private History(RandomGenerator random) {
        this.random = random;
    }

    static List<Told> of(RandomGenerator random, int clients) {
        History history = new History(random);
        for (int i = 0; i < clients; i++) {
            history.client(new ClientId(Ids.next("cli")));
        }
        return history.told;
    }

    private void client(ClientId client) {
        now = Instant.parse("2031-01-10T09:00:00Z").plus(Duration.ofHours(random.nextInt(2_000)));
        AppointmentId consultation = appointment(client);
        for (int i = 0; i < 3; i++) {
            appointment(client);
        }
        addFact(new ConsultationRecorded(
                new ConsultationId(Ids.next(ConsultationId.PREFIX)), consultation, client, CLINIC));
        PlanId plan = new PlanId(Ids.next("pln"));
        addFact(new PlanProposed(plan, client, CLINIC, consultation, List.of(), euros(900)));
        if (random.nextBoolean()) {
            addFact(new CourseBooked(new CourseId(Ids.next("crs")), client, plan, List.of()));
        }
        payment(client, consultation);
        touchUp(client, consultation);
    }

    private AppointmentId appointment(ClientId client) {
        AppointmentId id = new AppointmentId(Ids.next("apt"));
        AppointmentSlot slot = slot();
        addFact(new AppointmentBooked(id, client, slot, null));
        MessageId message = new MessageId(Ids.next("msg"));
        MessageContext about = new MessageContext(client, CLINIC, id, 1, null, "REMINDER", "EMAIL");
        addFact(new MessagePlanned(message, about, slot.startsAt().minus(Duration.ofDays(1))));
        if (random.nextBoolean()) {
            AppointmentSlot moved = slot();
            addFact(new AppointmentRescheduled(id, client, slot, moved, "CLIENT_REQUEST"));
            slot = moved;
        }
        if (random.nextBoolean()) {
            addFact(new MessageSent(message, about, now));
        }
        switch (random.nextInt(4)) {
            case 0 -> addFact(new AppointmentCompleted(id, client, slot));
            case 1 -> addFact(new AppointmentNoShow(id, client, slot, "NOT_COME"));
            case 2 -> addFact(new AppointmentCancelled(id, client, slot, random.nextBoolean(), 3, "CLIENT_REQUEST"));
            default -> {}
        }
        return id;
    }

    private void payment(ClientId client, AppointmentId appointment) {
        PaymentId id = new PaymentId(Ids.next("pay"));
        PaymentDetails paid =
                new PaymentDetails(client, CLINIC, appointment, null, euros(119), euros(19), euros(0), "CARD", null);
        addFact(new PaymentCaptured(id, paid));
        if (random.nextBoolean()) {
            addFact(new PaymentRefunded(id, paid, euros(random.nextInt(1, 100)), "CLIENT_REQUEST"));
        }
    }

    private void touchUp(ClientId client, AppointmentId appointment) {
        TouchUpId id = new TouchUpId(Ids.next("tch"));
        LocalDate due = LocalDate.ofInstant(now, ZoneId.of(ZONE));
        addFact(new TouchUpDue(id, client, CLINIC, null, due, due.plusMonths(6)));
        if (random.nextBoolean()) {
            addFact(new TouchUpBooked(id, client, CLINIC, appointment, CLINIC));
        }
    }

    private AppointmentSlot slot() {
        LocalDateTime start = LocalDate.ofInstant(now, ZoneId.of(ZONE))
                .plusDays(random.nextInt(60))
                .atTime(random.nextInt(9, 17), 0);
        Instant startsAt = start.atZone(ZoneId.of(ZONE)).toInstant();
        return new AppointmentSlot(
                CLINIC,
                DemoIds.practitioner(1),
                DemoIds.chair("BER", 1),
                "SMP_SESSION",
                startsAt,
                startsAt.plus(Duration.ofMinutes(90)),
                start,
                ZONE);
    }

    private void addFact(DomainEvent event) {
        now = now.plus(Duration.ofMinutes(random.nextInt(1, 20_000)));
        told.add(new Told(event, versions.merge(event.subject(), 1L, Long::sum), now));
    }

    private static Money euros(int amount) {
        return new Money(BigDecimal.valueOf(amount), "EUR");
    }
}
