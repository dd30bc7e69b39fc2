package io.hairline.portal.clinic;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A chair and those who are still to sit on it, the next one first. */
record ChairDay(String name, List<Place> places) {

    ChairDay {
        places = List.copyOf(places);
    }

    /** A visit, with what keeps it from being ready. */
    record Place(Appointment it, String client, String practitioner, Readiness readiness) {

        /** What is missing, or has to be looked at; the missing first. */
        public List<Readiness.Step> open() {
            return readiness.all().stream()
                    .filter(Readiness.Step::isOpen)
                    .sorted(Comparator.comparing(step -> !step.isMissing()))
                    .toList();
        }

        /** Whether somebody is treated there, with a needle, so that there is something to do at the chair. */
        public boolean isTreatment() {
            return it.isTreatment();
        }
    }

    /**
     * The clinic's chairs in their order, without those that nobody comes to; what has no chair comes last.
     *
     * @param practitioners from ids to names
     */
    static List<ChairDay> of(Clinic clinic, List<Day.Visit> visits, UnaryOperator<String> practitioners) {
        Map<String, List<Place>> byChair = new LinkedHashMap<>();
        clinic.allChairs().forEach(it -> byChair.put(it.name(), new ArrayList<>()));
        visits.stream()
                .sorted(Comparator.comparing(it -> it.it().startsAt()))
                .forEach(it -> byChair.computeIfAbsent(
                                clinic.chairName(it.it().chairId()).orElseGet(() -> Texts.text("chairs.none")),
                                _ -> new ArrayList<>())
                        .add(new Place(
                                it.it(),
                                it.client(),
                                practitioners.apply(it.it().practitionerId()),
                                it.readiness())));
        return byChair.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new ChairDay(it.getKey(), it.getValue()))
                .toList();
    }
}
