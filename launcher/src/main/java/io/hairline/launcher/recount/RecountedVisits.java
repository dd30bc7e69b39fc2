package io.hairline.launcher.recount;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every appointment's lines, the oldest first, by its id; holds that came to nothing are none.
 *
 * @param byClient the same appointments by their clients
 * @param taken the lines by which a practitioner's time was taken, by practitioner, clinic and local day
 */
record RecountedVisits(
        Map<String, List<RecordedEvent>> byId,
        Map<String, List<List<RecordedEvent>>> byClient,
        Map<String, List<RecordedEvent>> taken) {

    private static final List<Class<? extends DomainEvent>> ALIVE = List.of(
            AppointmentBooked.class,
            AppointmentRescheduled.class,
            ClientCheckedIn.class,
            CheckInUndone.class,
            AppointmentStarted.class,
            AppointmentStartUndone.class,
            AppointmentExtended.class,
            AppointmentReinstated.class,
            AppointmentCompleted.class);
    private static final List<Class<? extends DomainEvent>> OVER =
            List.of(AppointmentCancelled.class, AppointmentNoShow.class);

    static RecountedVisits of(List<RecordedEvent> booking) {
        Map<String, List<RecordedEvent>> byId =
                booking.stream().filter(RecountedVisits::needs).collect(Collectors.groupingBy(RecordedEvent::subject));
        return new RecountedVisits(
                byId,
                byId.values().stream()
                        .collect(Collectors.groupingBy(it -> it.getLast().text("clientId"))),
                byId.values().stream()
                        .flatMap(lines -> IntStream.range(0, lines.size())
                                .filter(it ->
                                        it == 0 ? lines.getFirst().is(AppointmentBooked.class) : isMoved(lines, it))
                                .mapToObj(lines::get))
                        .collect(Collectors.groupingBy(RecountedVisits::diary)));
    }

    private static String diary(RecordedEvent it) {
        return it.text("slot", "practitionerId") + "|" + it.text("slot", "clinicId") + "|" + day(it);
    }

    /** Whether the line says how an appointment stands. */
    static boolean needs(RecordedEvent line) {
        return isAlive(line) || OVER.stream().anyMatch(line::is);
    }

    private static boolean isAlive(RecordedEvent line) {
        return ALIVE.stream().anyMatch(line::is);
    }

    static LocalDate day(RecordedEvent visit) {
        return LocalDateTime.parse(visit.text("slot", "localStart")).toLocalDate();
    }

    private static Instant startsAt(RecordedEvent visit) {
        return Instant.parse(visit.text("slot", "startsAt"));
    }

    /** How each stands now. */
    Stream<RecordedEvent> now() {
        return byId.values().stream().map(List::getLast);
    }

    /** How each of a client stands now. */
    Stream<RecordedEvent> of(String client) {
        return byClient.getOrDefault(client, List.of()).stream().map(List::getLast);
    }

    /**
     * A time that was freed before it began.
     *
     * @param slot the line that had it last
     * @param by the cancellation or the move that freed it
     */
    record Freed(RecordedEvent slot, RecordedEvent by) {}

    /** The times that were freed before they began. */
    Stream<Freed> freed() {
        return byId.values().stream()
                .flatMap(lines -> IntStream.range(1, lines.size())
                        .filter(it -> isFreed(lines.get(it - 1), lines.get(it)))
                        .mapToObj(it -> new Freed(lines.get(it - 1), lines.get(it))));
    }

    private static boolean isFreed(RecordedEvent before, RecordedEvent after) {
        boolean gone = after.is(AppointmentCancelled.class)
                || (isAlive(after)
                        && !(startsAt(after).equals(startsAt(before))
                                && after.text("slot", "clinicId").equals(before.text("slot", "clinicId"))));
        return isAlive(before) && gone && after.time().isBefore(startsAt(before));
    }

    /** Whether another appointment of the practitioner took it, or a part of it, on that day before it began. */
    boolean isTakenAgain(Freed freed) {
        RecordedEvent slot = freed.slot();
        return taken.getOrDefault(diary(slot), List.of()).stream()
                .filter(it -> !it.subject().equals(slot.subject()))
                .filter(it ->
                        !it.time().isBefore(freed.by().time()) && it.time().isBefore(startsAt(slot)))
                .anyMatch(it ->
                        startsAt(it).isBefore(endsAt(slot)) && startsAt(slot).isBefore(endsAt(it)));
    }

    private static boolean isMoved(List<RecordedEvent> lines, int index) {
        RecordedEvent before = lines.get(index - 1);
        RecordedEvent after = lines.get(index);
        return after.is(AppointmentRescheduled.class)
                && !(startsAt(after).equals(startsAt(before))
                        && Stream.of("practitionerId", "clinicId")
                                .allMatch(it -> after.text("slot", it).equals(before.text("slot", it))));
    }

    private static Instant endsAt(RecordedEvent visit) {
        return Instant.parse(visit.text("slot", "endsAt"));
    }

    long minutes(Predicate<RecordedEvent> counted) {
        return minutes(now().filter(RecountedVisits::isAlive).filter(counted));
    }

    static long minutes(Stream<RecordedEvent> visits) {
        return visits.mapToLong(it -> Duration.between(startsAt(it), endsAt(it)).toMinutes())
                .sum();
    }

    /** Whether this client had a later one when the day of this one ended in its clinic. */
    boolean rebooked(RecordedEvent completed) {
        Instant midnight = day(completed)
                .plusDays(1)
                .atStartOfDay(ZoneId.of(completed.text("slot", "zone")))
                .toInstant();
        return byClient.getOrDefault(completed.text("clientId"), List.of()).stream()
                .filter(it -> !it.getLast().subject().equals(completed.subject()))
                .flatMap(it -> last(it, line -> line.time().isBefore(midnight)).stream())
                .anyMatch(it -> isAlive(it) && startsAt(it).isAfter(startsAt(completed)));
    }

    /** Whether what was promised at this version had changed when something fell due. */
    boolean changed(String appointment, long version, Instant due) {
        List<RecordedEvent> lines = byId.getOrDefault(appointment, List.of());
        Optional<String> written = last(lines, it -> it.version() <= version).map(RecountedVisits::promise);
        Optional<String> then = last(
                        lines, it -> it.version() >= version && it.time().isBefore(due))
                .map(RecountedVisits::promise);
        return written.isPresent() && then.isPresent() && !written.equals(then);
    }

    private static Optional<RecordedEvent> last(List<RecordedEvent> lines, Predicate<RecordedEvent> which) {
        return lines.stream().filter(which).reduce((_, later) -> later);
    }

    private static String promise(RecordedEvent line) {
        return isAlive(line)
                + line.text("slot", "clinicId")
                + line.text("slot", "practitionerId")
                + line.text("slot", "startsAt");
    }
}
