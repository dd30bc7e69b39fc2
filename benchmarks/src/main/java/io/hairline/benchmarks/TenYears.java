package io.hairline.benchmarks;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LotId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpPlanned;
import io.hairline.contracts.treatment.Zone;
import io.hairline.contracts.wire.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Ten years of a brand as its services would have told them, in the order of time, so that the events of one client lie as far
 * apart as in a real topic. A client has a consultation, a course of three sessions two weeks apart, reminders, payments and a
 * touch-up after four years; one of sixteen doesn't come to the consultation, and one of five gives an appointment back.
 */
final class TenYears {

    /** As many as ten years of 300 clinics have. */
    static final int EVENTS = 20_000_000;

    static final String ZONE = "Europe/Berlin";
    static final String CURRENCY = "EUR";

    private static final ZoneId BERLIN = ZoneId.of(ZONE);
    static final int DAYS = 3_650;
    private static final int OF_A_CLIENT = 42;
    private static final int NO_SHOW_EVERY = 16;
    private static final int CANCELLED_EVERY = 5;
    private static final int SESSIONS = 3;
    private static final int TOUCH_UP_DAYS = 4 * 365;

    /** An event of the past, and where it lies. */
    record PastEvent(Instant time, int number, String topic, DomainEvent event, long version) {}

    private final List<ClinicId> clinics;
    private final Map<ClinicId, List<PractitionerId>> practitioners;
    private final Instant end;
    private final Instant start;
    private final int clients;
    private final PriorityQueue<PastEvent> waiting =
            new PriorityQueue<>(Comparator.comparing(PastEvent::time).thenComparingInt(PastEvent::number));
    private int numbers;

    TenYears(List<ClinicId> clinics, Map<ClinicId, List<PractitionerId>> practitioners, Instant end, int events) {
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.end = end;
        this.start = end.minus(DAYS, ChronoUnit.DAYS);
        this.clients = Math.max(1, events / OF_A_CLIENT);
    }

    /** Emits all that happened before the end. */
    void each(Consumer<PastEvent> listener) {
        for (int client = 0; client < clients; client++) {
            Instant first = firstOf(client);
            emitUntil(first, listener);
            new ClientPast(client, first).emit();
        }
        emitUntil(end, listener);
    }

    private Instant firstOf(int client) {
        return start.plusSeconds((long) DAYS * 86_400 * client / clients);
    }

    private void emitUntil(Instant instant, Consumer<PastEvent> listener) {
        for (PastEvent next = waiting.peek(); next != null && next.time().isBefore(instant); next = waiting.peek()) {
            listener.accept(waiting.remove());
        }
    }

    private final class ClientPast {

        private final Instant first;
        private final int number;
        private final ClientId client;
        private final ClinicId clinic;
        private final PractitionerId practitioner;
        private final CourseId course;
        private final PlanId plan;
        private final Money price = new Money(new BigDecimal("600"), CURRENCY);
        private final Map<String, Long> versions = new HashMap<>();
        private int parts;

        ClientPast(int number, Instant first) {
            this.first = first;
            this.number = number;
            this.client = new ClientId("cli_" + BenchmarkNetwork.ulid(number));
            this.clinic = clinics.get(number % clinics.size());
            List<PractitionerId> staff = Objects.requireNonNull(practitioners.get(clinic));
            this.practitioner = staff.get(number / clinics.size() % staff.size());
            this.course = new CourseId("crs_" + BenchmarkNetwork.ulid(number));
            this.plan = new PlanId("pln_" + BenchmarkNetwork.ulid(number));
        }

        void emit() {
            AppointmentSlot slot = slot("CONSULTATION", 4, Duration.ofMinutes(45));
            AppointmentId consultation = booked(slot, first);
            Instant begins = slot.startsAt();
            if (number % NO_SHOW_EVERY == 0) {
                booking(
                        begins.plus(Duration.ofMinutes(25)),
                        new AppointmentNoShow(consultation, client, slot, "NOT_COME"));
                return;
            }
            reminded(consultation, slot, first);
            Instant over = kept(consultation, slot);
            planned(consultation, over.minusSeconds(60));
            booking(over, new CourseBooked(course, client, plan, List.of()));
            if (number % CANCELLED_EVERY == 0) {
                AppointmentSlot freed = slot("SESSION_1", 9, Duration.ofHours(4));
                AppointmentId given = booked(freed, over);
                booking(
                        over.plus(Duration.ofDays(1)),
                        new AppointmentCancelled(given, client, freed, false, 90, "CLIENT_REQUEST"));
            }
            Instant last = over;
            for (int session = 1; session <= SESSIONS; session++) {
                last = session(session, over);
            }
            treatment(last, new CourseCompleted(plan, client, clinic, course, last));
            touchUp(last);
        }

        private void planned(AppointmentId consultation, Instant at) {
            treatment(
                    at,
                    new ConsultationRecorded(
                            new ConsultationId("con_" + BenchmarkNetwork.ulid(number)), consultation, client, clinic));
            Money total = new Money(price.amount().multiply(BigDecimal.valueOf(SESSIONS)), CURRENCY);
            treatment(at, new PlanProposed(plan, client, clinic, consultation, List.of(), total));
            treatment(at, new PlanAccepted(plan, client, clinic, List.of(), total));
            treatment(
                    at,
                    new ConsentSigned(
                            new ConsentId("cns_" + BenchmarkNetwork.ulid(number)),
                            client,
                            clinic,
                            "TREATMENT",
                            "treatment-1",
                            "en"));
        }

        /** When it was over. */
        private Instant session(int session, Instant made) {
            String service = "SESSION_" + session;
            AppointmentSlot slot = slot(service, 4 + 14 * session, Duration.ofHours(3));
            AppointmentId appointment = booked(slot, made);
            reminded(appointment, slot, made);
            SessionId id = new SessionId("ses_" + part());
            Instant began = slot.startsAt();
            treatment(began, new SessionStarted(id, appointment, client, clinic, practitioner, service, course, began));
            Instant over = kept(appointment, slot);
            LotId lot = new LotId("lot_" + BenchmarkNetwork.ulid(number % 1_000));
            treatment(
                    over,
                    new SessionCompleted(
                            id,
                            appointment,
                            client,
                            clinic,
                            practitioner,
                            service,
                            course,
                            began,
                            over,
                            List.of(new Zone("CROWN", 24)),
                            new Needle("3RL", lot),
                            List.of(new Pigment(lot, new BigDecimal("0.50"), new BigDecimal("12"), 1)),
                            price));
            PaymentDetails paid =
                    new PaymentDetails(client, clinic, appointment, course, price, none(), none(), "CARD", null);
            booking(over, new PaymentCaptured(new PaymentId("pay_" + part()), paid));
            return over;
        }

        private void touchUp(Instant last) {
            TouchUpId id = new TouchUpId("tch_" + BenchmarkNetwork.ulid(number));
            LocalDate due = LocalDate.ofInstant(last, BERLIN).plusDays(TOUCH_UP_DAYS);
            treatment(last, new TouchUpPlanned(id, client, clinic, course, due.minusMonths(6), due, due.plusMonths(6)));
            treatment(
                    due.atTime(6, 0).atZone(BERLIN).toInstant(),
                    new TouchUpDue(id, client, clinic, course, due, due.plusMonths(6)));
        }

        private AppointmentId booked(AppointmentSlot slot, Instant at) {
            AppointmentId id = new AppointmentId("apt_" + part());
            booking(at, new AppointmentBooked(id, client, slot, null));
            return id;
        }

        private void reminded(AppointmentId appointment, AppointmentSlot slot, Instant made) {
            MessageId id = new MessageId("msg_" + part());
            MessageContext about = new MessageContext(client, clinic, appointment, 1, null, "REMINDER", "EMAIL");
            Instant due = slot.startsAt().minus(Duration.ofDays(1));
            notification(made, new MessagePlanned(id, about, due));
            notification(due, new MessageSent(id, about, due));
            notification(due.plusSeconds(5), new MessageDelivered(id, about, due.plusSeconds(5)));
        }

        /** The client came; answers when the visit was over. */
        private Instant kept(AppointmentId appointment, AppointmentSlot slot) {
            Instant begins = slot.startsAt();
            booking(begins.minusSeconds(300), new ClientCheckedIn(appointment, client, slot));
            booking(begins, new AppointmentStarted(appointment, client, slot));
            booking(slot.endsAt(), new AppointmentCompleted(appointment, client, slot));
            return slot.endsAt();
        }

        private AppointmentSlot slot(String service, int daysAfter, Duration length) {
            LocalDateTime local =
                    LocalDate.ofInstant(first, BERLIN).plusDays(daysAfter).atTime(9 + number % 8, 0);
            Instant begins = local.atZone(BERLIN).toInstant();
            ChairId chair = new ChairId(
                    "chr_" + practitioner.value().substring(practitioner.value().indexOf('_') + 1));
            return new AppointmentSlot(clinic, practitioner, chair, service, begins, begins.plus(length), local, ZONE);
        }

        private String part() {
            return BenchmarkNetwork.ulid(number * 64 + parts++);
        }

        private void booking(Instant at, DomainEvent event) {
            emit(Topics.BOOKING_EVENTS, at, event);
        }

        private void treatment(Instant at, DomainEvent event) {
            emit(Topics.TREATMENT_EVENTS, at, event);
        }

        private void notification(Instant at, DomainEvent event) {
            emit(Topics.NOTIFICATION_EVENTS, at, event);
        }

        private void emit(String topic, Instant at, DomainEvent event) {
            waiting.add(new PastEvent(at, numbers++, topic, event, versions.merge(event.subject(), 1L, Long::sum)));
        }

        private static Money none() {
            return new Money(BigDecimal.ZERO, CURRENCY);
        }
    }
}
