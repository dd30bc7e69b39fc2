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

/**
 * A made-up network that is always open, so that there are more free slots than a run can book: 20 clinics, 200
 * practitioners, each with a chair of their own, and a four-hour session with preparation and cleaning (50 claims).
 */
final class World {

    static final int PRACTITIONERS = 200;
    /** One that needs no time to heal before it: the same client books it again and again. */
    static final String SERVICE = "TOUCH_UP";

    static final PersonId HEAD_OFFICE = new PersonId("per_" + ulid(1));

    private static final int CLINICS = 20;
    private static final int MINUTES = 240;
    private static final int SLOT_EVERY_MINUTES = MINUTES + 30;
    private static final int SLOTS_A_DAY = 5;
    private static final String JURISDICTION = "XX-1";

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

    List<DomainEvent> facts() {
        List<DomainEvent> facts = new ArrayList<>();
        facts.add(new RoleAssigned(HEAD_OFFICE, Role.HEAD_OFFICE, null, null, null));
        facts.add(new ServiceOffered(new ServiceId("svc_" + ulid(1)), SERVICE, MINUTES, 15, 15, 0, null));
        List<Hours> always = Arrays.stream(DayOfWeek.values())
                .map(it -> new Hours(it, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList();
        for (int clinic = 0; clinic < CLINICS; clinic++) {
            facts.add(opened(clinic, always));
        }
        for (int number = 0; number < PRACTITIONERS; number++) {
            facts.add(new ChairInstalled(clinic(number % CLINICS), chair(number), "Chair " + number));
            facts.add(new PractitionerJoined(practitioner(number), "P. " + number, List.of(SERVICE)));
            facts.add(new PractitionerRotaSet(practitioner(number), clinic(number % CLINICS), always));
            facts.add(new LicenceGranted(
                    new LicenceId("lic_" + ulid(number)),
                    practitioner(number),
                    JURISDICTION,
                    LocalDate.ofInstant(firstDay, ZoneOffset.UTC).minusYears(1),
                    LocalDate.ofInstant(firstDay, ZoneOffset.UTC).plusYears(3)));
        }
        return facts;
    }

    private static ClinicOpened opened(int number, List<Hours> always) {
        return new ClinicOpened(
                clinic(number),
                "B" + number,
                "Bench " + number,
                new RegionId("reg_" + ulid(1)),
                new OwnerId("own_" + ulid(1)),
                JURISDICTION,
                "UTC",
                "EUR",
                48 + number * 0.1,
                10,
                always);
    }

    static ClinicId clinic(int number) {
        return new ClinicId("cln_" + ulid(number));
    }

    private static PractitionerId practitioner(int number) {
        return new PractitionerId("prc_" + ulid(number));
    }

    private static ChairId chair(int number) {
        return new ChairId("chr_" + ulid(number));
    }

    static String ulid(int number) {
        return String.format(Locale.ROOT, "01h%023d", number);
    }
}
