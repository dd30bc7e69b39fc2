package io.hairline.benchmarks;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A made-up network that is always open, so that there are more free slots than a run can book: 20 clinics, 200
 * practitioners, each with a chair of their own, and a four-hour session with preparation and cleaning (50 claims).
 */
final class BenchmarkNetwork {

    static final int PRACTITIONERS = 200;
    /** One that needs no time to heal before it: the same client books it again and again. */
    static final String SERVICE = "TOUCH_UP";

    static final PersonId HEAD_OFFICE = new PersonId("per_" + ulid(1));

    static final int CLINICS = 20;
    /** With those that {@link #manyClinics} adds. */
    static final int MANY_CLINICS = 10_000;

    static final int MINUTES = 240;
    private static final int SLOT_EVERY_MINUTES = MINUTES + 30;
    private static final int SLOTS_A_DAY = 5;
    private static final String JURISDICTION = "XX-1";
    private static final List<Hours> ALWAYS = Arrays.stream(DayOfWeek.values())
            .map(it -> new Hours(it, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
            .toList();

    private final Instant firstDay = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);

    /** A free place, the n-th of many; two of them never get in each other's way. */
    record Place(ClinicId clinicId, PractitionerId practitionerId, ChairId chairId, Instant startsAt) {}

    Place place(int n) {
        int practitioner = n % PRACTITIONERS;
        int time = n / PRACTITIONERS;
        Instant startsAt = firstDay.plus(time / SLOTS_A_DAY, ChronoUnit.DAYS)
                .plus(15 + (long) (time % SLOTS_A_DAY) * SLOT_EVERY_MINUTES, ChronoUnit.MINUTES);
        return new Place(clinic(practitioner % CLINICS), practitioner(practitioner), chair(practitioner), startsAt);
    }

    /** All places of some days, to be asked for one by one with {@link #place}. */
    int[] places(int day, int days) {
        int aDay = PRACTITIONERS * SLOTS_A_DAY;
        return IntStream.range(day * aDay, (day + days) * aDay).toArray();
    }

    /** The start of a day; places begin on day 0. */
    Instant day(int number) {
        return firstDay.plus(number, ChronoUnit.DAYS);
    }

    /** The rest of a large brand: clinics without practitioners, far away from the others. */
    List<DomainEvent> manyClinics() {
        return IntStream.range(CLINICS, MANY_CLINICS)
                .<DomainEvent>mapToObj(it -> opened(it, -60 + it / 100.0, -170 + it % 100 * 3.4))
                .toList();
    }

    List<DomainEvent> facts() {
        List<DomainEvent> facts = new ArrayList<>();
        facts.add(new RoleAssigned(HEAD_OFFICE, Role.HEAD_OFFICE, null, null, null));
        facts.add(new ServiceOffered(new ServiceId("svc_" + ulid(1)), SERVICE, MINUTES, 15, 15, 0, null));
        for (int clinic = 0; clinic < CLINICS; clinic++) {
            facts.add(opened(clinic, 48 + clinic * 0.1, 10));
        }
        for (int number = 0; number < PRACTITIONERS; number++) {
            facts.add(new ChairInstalled(clinic(number % CLINICS), chair(number), "Chair " + number));
            facts.add(new PractitionerJoined(practitioner(number), "P. " + number, List.of(SERVICE)));
            facts.add(new PractitionerRotaSet(practitioner(number), clinic(number % CLINICS), ALWAYS));
            facts.add(new LicenceGranted(
                    new LicenceId("lic_" + ulid(number)),
                    practitioner(number),
                    JURISDICTION,
                    LocalDate.ofInstant(firstDay, ZoneOffset.UTC).minusYears(1),
                    LocalDate.ofInstant(firstDay, ZoneOffset.UTC).plusYears(3)));
        }
        return facts;
    }

    private static ClinicOpened opened(int number, double latitude, double longitude) {
        return new ClinicOpened(
                clinic(number),
                "B" + number,
                "Bench " + number,
                new RegionId("reg_" + ulid(1)),
                new OwnerId("own_" + ulid(1)),
                JURISDICTION,
                "UTC",
                "EUR",
                latitude,
                longitude,
                ALWAYS,
                null,
                null);
    }

    static ClinicId clinic(int number) {
        return new ClinicId("cln_" + ulid(number));
    }

    static PractitionerId practitioner(int number) {
        return new PractitionerId("prc_" + ulid(number));
    }

    private static ChairId chair(int number) {
        return new ChairId("chr_" + ulid(number));
    }

    static String ulid(int number) {
        return String.format(Locale.ROOT, "01h%023d", number);
    }
}
