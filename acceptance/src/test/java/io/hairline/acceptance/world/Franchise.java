package io.hairline.acceptance.world;

import com.github.f4b6a3.ulid.UlidCreator;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small franchise, as head office would tell it: open day and night, so that a test has slots enough. */
public final class Franchise {

    /** Half an hour of everybody's time and no more. */
    public static final String SERVICE = "CONSULTATION";

    private static final List<Hours> ALWAYS = Arrays.stream(DayOfWeek.values())
            .map(it -> new Hours(it, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
            .toList();

    private final EventPublisher publisher;
    private final RegionId region = new RegionId(id(RegionId.PREFIX));
    private final PersonId headOffice = new PersonId(id(PersonId.PREFIX));

    Franchise(Map<String, Object> kafka, String topic) {
        this.publisher = new EventPublisher(kafka, topic);
        say(new RegionOpened(region, "TST", "Test"));
        say(new ServiceOffered(new ServiceId(id(ServiceId.PREFIX)), SERVICE, 30, 0, 0, 0, null));
        say(new PolicyPublished(
                new PolicyId(id(PolicyId.PREFIX)),
                new BookingPolicy(
                        0,
                        400,
                        10,
                        3,
                        15,
                        List.of(new CancellationTier(0, 100)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                null));
        say(new PersonEnrolled(headOffice, "head-office"));
        say(new RoleAssigned(headOffice, Role.HEAD_OFFICE, null, null, null));
    }

    /** A clinic with as many chairs as practitioners, each of them licensed for years. */
    public record OpenClinic(ClinicId id, List<PractitionerId> practitioners) {
        public OpenClinic {
            practitioners = List.copyOf(practitioners);
        }

        /** Whom booking must have heard of before anybody can book. */
        public Set<String> subjects() {
            return Stream.concat(Stream.of(id), practitioners.stream())
                    .map(Object::toString)
                    .collect(Collectors.toSet());
        }
    }

    public OpenClinic open(int practitioners) {
        ClinicId clinic = new ClinicId(id(ClinicId.PREFIX));
        say(clinicOpened(clinic));
        List<PractitionerId> joined = new ArrayList<>();
        for (int i = 0; i < practitioners; i++) {
            say(new ChairInstalled(clinic, new ChairId(id(ChairId.PREFIX)), "Chair " + i));
            joined.add(join(clinic));
        }
        return new OpenClinic(clinic, joined);
    }

    public ClinicOpened clinicOpened(ClinicId clinic) {
        String code = clinic.value().substring(clinic.value().length() - 6).toUpperCase(Locale.ROOT);
        OwnerId owner = new OwnerId(id(OwnerId.PREFIX));
        return new ClinicOpened(
                clinic,
                code,
                "Test " + code,
                region,
                owner,
                "DE-BE",
                "Europe/Berlin",
                "EUR",
                52.5,
                13.4,
                ALWAYS,
                null,
                null);
    }

    private PractitionerId join(ClinicId clinic) {
        PractitionerId practitioner = new PractitionerId(id(PractitionerId.PREFIX));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        say(new PractitionerJoined(practitioner, "P", List.of(SERVICE)));
        say(new LicenceGranted(
                new LicenceId(id(LicenceId.PREFIX)), practitioner, "DE-BE", today.minusDays(1), today.plusYears(5)));
        say(new PractitionerRotaSet(practitioner, clinic, ALWAYS));
        return practitioner;
    }

    private void say(DomainEvent event) {
        publisher.say(event);
    }

    /** What says it all, and can say anything else. */
    public EventPublisher publisher() {
        return publisher;
    }

    String headOfficePerson() {
        return headOffice.value();
    }

    public static String id(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid().toLowerCase();
    }
}
