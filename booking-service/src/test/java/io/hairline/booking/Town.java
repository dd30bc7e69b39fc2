package io.hairline.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.Money;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens clinics for tests, Mondays to Saturdays from 9 to 18, and brings people to them. */
public final class Town {

    /** The one service that needs a device, of the same name. */
    public static final String LASER = "LASER";

    public static final List<String> SERVICES = List.of(
            "CONSULTATION", "PATCH_TEST", "SESSION_1", "SESSION_2", "SESSION_3", "SCAR", "DENSITY", "TOUCH_UP", LASER);
    private static final Money FREE = new Money(BigDecimal.ZERO, "EUR");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final HeadOffice headOffice;
    private final Clock clock;
    private @Nullable String boss;

    Town(HeadOffice headOffice, Clock clock) {
        this.headOffice = headOffice;
        this.clock = clock;
    }

    public static List<Hours> week(String from, String until) {
        return Stream.of(DayOfWeek.values())
                .filter(it -> it != DayOfWeek.SUNDAY)
                .map(it -> new Hours(it, LocalTime.parse(from), LocalTime.parse(until)))
                .toList();
    }

    public TestClinic clinic(String zone, int chairs, int practitioners) {
        return clinic(zone, chairs, practitioners, week("09:00", "18:00"));
    }

    public TestClinic clinic(String zone, int chairs, int practitioners, List<Hours> hours) {
        return clinic(zone, "GBP", chairs, practitioners, hours);
    }

    public TestClinic clinic(String zone, String currency, int chairs, int practitioners, List<Hours> hours) {
        boss();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone))
                .plusDays(7)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        TestClinic clinic = new TestClinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new RegionId(Ids.next(RegionId.PREFIX)),
                ZoneId.of(zone),
                ids(chairs, () -> new ChairId(Ids.next(ChairId.PREFIX))),
                ids(practitioners, () -> new PractitionerId(Ids.next(PractitionerId.PREFIX))),
                person(),
                person(),
                person(),
                person(),
                day);
        headOffice.tell(opening(clinic, currency, hours));
        return clinic;
    }

    private static <T> List<T> ids(int count, Supplier<T> next) {
        return Stream.generate(next).limit(count).toList();
    }

    private static String person() {
        return Ids.next(PersonId.PREFIX);
    }

    private static List<HeadOfficeEvent> opening(TestClinic it, String currency, List<Hours> hours) {
        List<HeadOfficeEvent> events = new ArrayList<>();
        events.add(new RegionOpened(it.region(), "T", "Test"));
        events.add(new ClinicOpened(
                it.id(),
                "T1",
                "Clinic " + it.id().value().substring(26),
                it.region(),
                new OwnerId(Ids.next(OwnerId.PREFIX)),
                "GB-LND",
                it.zone().getId(),
                currency,
                51.5,
                -0.12,
                hours,
                null,
                null));
        it.chairs().forEach(chair -> events.add(new ChairInstalled(it.id(), chair, "Chair")));
        it.practitioners().forEach(practitioner -> {
            events.add(new PractitionerJoined(practitioner, "Kim", SERVICES));
            events.addAll(employment(practitioner, it.id(), "GB-LND", hours));
        });
        events.addAll(role(it.manager(), Role.CLINIC_MANAGER, null, it.id()));
        events.addAll(role(it.desk(), Role.FRONT_DESK, null, it.id()));
        events.addAll(role(it.artist(), Role.PRACTITIONER, null, it.id()));
        events.addAll(role(it.regionManager(), Role.REGION_MANAGER, it.region(), null));
        return events;
    }

    public static List<HeadOfficeEvent> employment(
            PractitionerId practitioner, ClinicId clinic, String jurisdiction, List<Hours> shifts) {
        return List.of(
                new PractitionerRotaSet(practitioner, clinic, shifts),
                new LicenceGranted(
                        new LicenceId(Ids.next(LicenceId.PREFIX)),
                        practitioner,
                        jurisdiction,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2099, 12, 31)));
    }

    public static List<HeadOfficeEvent> role(
            String person, Role role, @Nullable RegionId region, @Nullable ClinicId clinic) {
        PersonId id = new PersonId(person);
        return List.of(new PersonEnrolled(id, person), new RoleAssigned(id, role, region, clinic, null));
    }

    /** Somebody of head office, who also brings the catalogue. */
    public synchronized String boss() {
        String known = boss;
        if (known != null) {
            return known;
        }
        String fresh = person();
        List<HeadOfficeEvent> events = new ArrayList<>(role(fresh, Role.HEAD_OFFICE, null, null));
        int[][] minutes = {
            {45, 0, 0, 0},
            {15, 0, 0, 0},
            {240, 15, 15, 0},
            {210, 15, 15, 0},
            {150, 15, 15, 15},
            {120, 30, 15, 30},
            {180, 15, 15, 0},
            {120, 15, 15, 0},
            {60, 15, 15, 0}
        };
        IntStream.range(0, SERVICES.size())
                .forEach(it -> events.add(new ServiceOffered(
                        new ServiceId(Ids.next(ServiceId.PREFIX)),
                        SERVICES.get(it),
                        minutes[it][0],
                        minutes[it][1],
                        minutes[it][2],
                        minutes[it][3],
                        SERVICES.get(it).equals("CONSULTATION") ? FREE : null,
                        SERVICES.get(it).equals(LASER) ? LASER : null,
                        null)));
        headOffice.tell(events);
        boss = fresh;
        return fresh;
    }

    /** A client like no other. */
    public static Map<String, Object> newcomer(TestClinic home) {
        int number = PEOPLE.incrementAndGet();
        Map<String, Object> newcomer = new HashMap<>();
        newcomer.put("givenName", "Ada" + letters(number));
        newcomer.put("familyName", "Byron" + letters(number * 31));
        newcomer.put("dateOfBirth", LocalDate.of(1960, 1, 1).plusDays(number).toString());
        newcomer.put("email", "ada" + number + "@example.com");
        newcomer.put("phone", "+447400%06d".formatted(number));
        newcomer.put("language", "en-GB");
        newcomer.put("zone", "Europe/London");
        newcomer.put("homeClinicId", home.id().value());
        return newcomer;
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(it -> Character.toString(it >= 'a' ? it + 10 - 'a' + 'a' : it - '0' + 'a'))
                .reduce("", String::concat);
    }

    public static String client(Calls calls, TestClinic home) {
        Calls.Answer registered = calls.post(home.desk(), "/clients", newcomer(home));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        return new ClientId(registered.id()).value();
    }

    public static String guest() {
        return Ids.next("gst");
    }
}
