package io.hairline.portal.clinic;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One day of a clinic's week. */
record WeekDay(LocalDate date, boolean closed, List<Line> lines) {

    static final int DAYS = 7;

    /**
     * An appointment in one line.
     *
     * @param client nothing while it is only held, or for somebody who may not know
     * @param chair nothing where it has none, or one that the clinic has no more
     */
    record Line(Appointment it, String client, String practitioner, String chair) {

        /** Who comes, or that it is held. */
        public String title() {
            return client.isEmpty() ? it.service() : client;
        }

        public String details() {
            return Stream.of(client.isEmpty() ? "" : it.service(), practitioner, chair, it.statusWords())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** @param clients what those are called whom the caller may know */
    static WeekDay of(
            LocalDate date,
            Clinic clinic,
            List<Appointment> appointments,
            ClientNames.Names clients,
            Catalogue catalogue) {
        List<Line> lines = appointments.stream()
                .filter(Appointment::takesTime)
                .sorted(Comparator.comparing(Appointment::startsAt))
                .map(it -> new Line(
                        it,
                        clients.find(it.clientId()),
                        catalogue.practitionerName(it.practitionerId()),
                        clinic.chairName(it.chairId()).orElse("")))
                .toList();
        return new WeekDay(date, clinic.isClosedOn(date), lines);
    }

    public String name() {
        return Texts.shortDay(date);
    }
}
