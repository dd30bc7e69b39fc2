package io.hairline.headoffice.demo;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.headoffice.demo.DemoTeam.Artist;
import io.hairline.headoffice.demo.DemoTeam.Week;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.licence.LicenceManagement;
import io.hairline.headoffice.practitioner.PlanningScope;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.headoffice.training.TrainingFacts;
import io.hairline.headoffice.training.TrainingManagement;
import io.hairline.kit.time.BusinessClock;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class TeamSeed {

    /** Each tour moves the clock by years. */
    private static final LocalDate FAR_OFF = LocalDate.of(2099, 12, 31);

    private final PractitionerManagement planning;
    private final LicenceManagement licensing;
    private final TrainingManagement trainings;
    private final Clock clock;

    TeamSeed(PractitionerManagement planning, LicenceManagement licensing, TrainingManagement trainings, Clock clock) {
        this.planning = planning;
        this.licensing = licensing;
        this.trainings = trainings;
        this.clock = clock;
    }

    void found() {
        for (int number = 1; number <= DemoTeam.ARTISTS.size(); number++) {
            hire(number, DemoTeam.ARTISTS.get(number - 1));
        }
    }

    private void hire(int number, Artist artist) {
        PractitionerId id = DemoIds.practitioner(number);
        if (!planning.exists(id)) {
            planning.join(id, artist.displayName(), artist.skills());
            artist.weeks().forEach(it -> workedBefore(number, it.clinic()));
        }
        for (Week week : artist.weeks()) {
            work(number, week.clinic(), week.shifts());
            license(number, jurisdictionOf(week.clinic()), DemoPast.isGuest(week.clinic(), number));
            train(number, jurisdictionOf(week.clinic()));
        }
    }

    private void workedBefore(int number, String clinic) {
        Set<DayOfWeek> days = DemoPast.days(clinic, number);
        if (days.contains(DemoPast.FIRST_DAY)) {
            since(
                    DemoPast.FOUNDED_DAYS_AGO,
                    number,
                    clinic,
                    List.of(hours(DemoPast.FIRST_DAY, DemoPast.FIRST_FROM, DemoPast.FIRST_UNTIL)));
        }
        if (!days.isEmpty()) {
            List<Hours> week = days.stream()
                    .map(it -> hours(it, DemoPast.FROM, DemoPast.UNTIL))
                    .toList();
            since(DemoPast.GREW_DAYS_AGO, number, clinic, week);
        }
    }

    private void since(int daysAgo, int number, String clinic, List<Hours> week) {
        BusinessClock.at(clock.instant().minus(Duration.ofDays(daysAgo)), () -> work(number, clinic, week));
    }

    private void work(int number, String clinic, List<Hours> week) {
        planning.work(
                DemoIds.practitioner(number), null, DemoIds.clinic(clinic), new WeeklyHours(week), PlanningScope.BRAND);
    }

    private static Hours hours(DayOfWeek day, LocalTime from, LocalTime until) {
        return new Hours(day, from, until);
    }

    private void license(int number, String jurisdiction, boolean asGuest) {
        if (!licensing.exists(DemoIds.licence(number, jurisdiction))) {
            licensing.grant(
                    DemoIds.licence(number, jurisdiction),
                    DemoIds.practitioner(number),
                    jurisdiction,
                    LocalDate.of(2024, 1, 1),
                    lastDayOf(number),
                    asGuest);
        }
    }

    private void train(int number, String jurisdiction) {
        if (!trainings.exists(DemoIds.training(number, jurisdiction))) {
            trainings.record(
                    DemoIds.training(number, jurisdiction),
                    DemoIds.practitioner(number),
                    new TrainingFacts(
                            TrainingKind.BLOOD_BORNE_PATHOGENS,
                            jurisdiction,
                            LocalDate.of(2024, 1, 1),
                            number == DemoIds.PRACTITIONER_WHOSE_TRAINING_ENDS_SOON ? today().plusDays(40) : FAR_OFF,
                            String.format(Locale.ROOT, "BBP-%s-%03d", jurisdiction, number)));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private LocalDate lastDayOf(int number) {
        LocalDate today = today();
        return switch (number) {
            case DemoIds.PRACTITIONER_WHOSE_LICENCE_ENDS_SOON -> today.plusDays(40);
            case DemoIds.PRACTITIONER_WHOSE_LICENCE_HAS_ENDED -> today.minusDays(10);
            default -> FAR_OFF;
        };
    }

    private static String jurisdictionOf(String clinic) {
        return DemoNetwork.CLINICS.stream()
                .filter(it -> it.code().equals(clinic))
                .map(it -> it.place().jurisdiction())
                .findFirst()
                .orElseThrow();
    }
}
