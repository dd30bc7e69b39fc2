package io.hairline.portal.clinic;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** One day of a clinic's week. */
record WeekDay(LocalDate date, boolean closed, List<Line> lines) {

    static final int DAYS = 7;

    /** An appointment in one line. */
    record Line(Appointment it, String practitioner) {}

    static WeekDay of(LocalDate date, Clinic clinic, List<Appointment> appointments, Catalogue catalogue) {
        List<Line> lines = appointments.stream()
                .filter(Appointment::takesTime)
                .sorted(Comparator.comparing(Appointment::startsAt))
                .map(it -> new Line(it, catalogue.practitionerName(it.practitionerId())))
                .toList();
        return new WeekDay(date, clinic.isClosedOn(date), lines);
    }

    public String name() {
        return Texts.shortDay(date);
    }
}
