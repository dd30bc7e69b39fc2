package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives some clients a touch-up within the months after their course: in another clinic, whose practitioners have the time, or
 * in their own while somebody works there as a guest.
 */
final class TouchUpGenerator {

    private static final int AFTER_DAYS = 45;
    private static final int SEARCHED_DAYS = 42;
    /** Papers are good for half a year from the consultation. */
    private static final int PAPERS_HOLD_DAYS = 175;

    private static final int ONE_IN = 2;
    /** Spreads them over the weeks. */
    private static final long DAYS_BETWEEN_CLINICS = 5;

    /** Where clients go who move or travel, by the clinic that sold the course. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "BER", "HAM", "HAM", "BER", "VIE", "BER", "LON", "MAN", "MAN", "LON", "DUB", "LON", "NYC", "LAX", "LAX",
            "NYC");

    private final LocalDate today;
    private final Set<String> taken;

    /** @param taken by other visits; what is found is added */
    TouchUpGenerator(LocalDate today, Set<String> taken) {
        this.today = today;
        this.taken = taken;
    }

    List<ClientHistory> addTo(List<ClientHistory> stories) {
        List<ClientHistory> all = new ArrayList<>(stories);
        for (String clinic : DemoIds.CLINICS) {
            int number = 0;
            for (ClientHistory it : stories) {
                if (it.clinicCode().equals(clinic) && couldHaveOne(it)) {
                    touchUp(it, number).ifPresent(done -> all.set(all.indexOf(it), it.touchedUp(done)));
                    number++;
                }
            }
        }
        return List.copyOf(all);
    }

    private boolean couldHaveOne(ClientHistory it) {
        return it.client() > DemoPast.FIRST_CLIENTS
                && it.permanent()
                && !it.sessions().isEmpty()
                && it.isOver()
                && earliest(it).isBefore(today)
                && latest(it).isAfter(today.minusDays(DemoPast.GREW_DAYS_AGO));
    }

    private static LocalDate earliest(ClientHistory it) {
        return it.sessions().getLast().day().plusDays(AFTER_DAYS);
    }

    private static LocalDate latest(ClientHistory it) {
        return it.consultation().day().plusDays(PAPERS_HOLD_DAYS);
    }

    private Optional<PastTouchUp> touchUp(ClientHistory it, int number) {
        if (number % ONE_IN == 0) {
            return in(Objects.requireNonNull(ELSEWHERE.get(it.clinicCode())), it);
        }
        return it.clinicCode().equals(DemoPast.GUEST_CLINIC) ? in(it.clinicCode(), it) : Optional.empty();
    }

    private Optional<PastTouchUp> in(String clinic, ClientHistory it) {
        int clinicsBefore = DemoIds.CLINICS.indexOf(it.clinicCode());
        LocalDate from =
                later(earliest(it), today.minusDays(DemoPast.GREW_DAYS_AGO - 1 - DAYS_BETWEEN_CLINICS * clinicsBefore));
        return from.datesUntil(from.plusDays(SEARCHED_DAYS))
                .filter(day -> day.isBefore(today) && day.isBefore(latest(it)) && !DemoHolidays.isOn(clinic, day))
                .flatMap(day -> practitioners(clinic).stream()
                        .filter(who -> DemoPast.days(clinic, who).contains(day.getDayOfWeek()))
                        .filter(who -> taken.add(HistoryGenerator.place(who, day, HistoryGenerator.IN_THE_MORNING)))
                        .map(who -> at(clinic, who, day)))
                .findFirst();
    }

    /** In the guest's clinic the guest alone: that day is theirs. */
    private static List<Integer> practitioners(String clinic) {
        return clinic.equals(DemoPast.GUEST_CLINIC)
                ? List.of(DemoPast.GUEST)
                : DemoPast.byDay(clinic).stream().distinct().toList();
    }

    private static PastTouchUp at(String clinic, int practitioner, LocalDate day) {
        return new PastTouchUp(
                clinic,
                practitioner,
                DemoPast.chair(clinic, practitioner),
                new PastVisit("TOUCH_UP", day, HistoryGenerator.IN_THE_MORNING, Ending.COMPLETED));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
