package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Appointment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Who comes to a clinic on a day, each with the light. */
final class DayVisits {

    private DayVisits() {}

    static List<Appointment> appointments(CallerApis mine, String clinic, LocalDate day) {
        return mine.booking().list(Appointment.class, "/appointments", Map.of("clinicId", clinic, "date", day));
    }

    static List<Day.Visit> of(CallerApis mine, List<Appointment> appointments, ClientNames clients) {
        Supplier<ClientNames.Names> names =
                ParallelCalls.begin(() -> clients.names(mine, appointments, Appointment::clientId));
        List<Readiness> lights = ParallelCalls.each(appointments, it -> readiness(it, mine));
        return IntStream.range(0, appointments.size())
                .mapToObj(it -> visit(appointments.get(it), names.get(), lights.get(it)))
                .toList();
    }

    private static Day.Visit visit(Appointment it, ClientNames.Names names, Readiness light) {
        return new Day.Visit(it, names.of(it.clientId()), light);
    }

    private static Readiness readiness(Appointment it, CallerApis mine) {
        if (!Readiness.isFor(it)) {
            return Readiness.unknown();
        }
        try {
            return mine.treatment().get(Readiness.class, "/readiness/{id}", it.id());
        } catch (ApiProblem _) {
            return Readiness.unknown();
        }
    }
}
