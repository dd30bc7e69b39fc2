package io.hairline.headoffice.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.hairline.contracts.demo.DemoPast;
import io.hairline.contracts.headoffice.Hours;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who treats in the demo franchise; the number of each is the place in the list, from 1. */
final class DemoTeam {

    private static final List<String> COURSE =
            List.of("CONSULTATION", "PATCH_TEST", "SESSION_1", "SESSION_2", "SESSION_3", "SESSION_4", "TOUCH_UP");
    private static final List<String> ALL =
            Stream.concat(COURSE.stream(), Stream.of("SCAR", "DENSITY")).toList();

    private static final Set<DayOfWeek> MON_TO_FRI = EnumSet.range(MONDAY, FRIDAY);
    private static final Set<DayOfWeek> TUE_TO_SAT = EnumSet.range(TUESDAY, SATURDAY);
    private static final Set<DayOfWeek> MON_TO_WED = EnumSet.range(MONDAY, WEDNESDAY);
    private static final Set<DayOfWeek> THU_FRI = EnumSet.of(THURSDAY, FRIDAY);

    /** A week in one clinic. */
    record Week(String clinic, List<Hours> shifts) {}

    /** A practitioner. */
    record Artist(String displayName, List<String> skills, List<Week> weeks) {}

    static final List<Artist> ARTISTS = List.of(
            new Artist("Maya R.", ALL, List.of(early("BER"))),
            new Artist("Jonas K.", ALL, List.of(late("BER"))),
            new Artist("Leyla A.", COURSE, List.of(days("BER", MON_TO_WED), days("HAM", THU_FRI))),
            new Artist("Henrik S.", ALL, List.of(early("HAM"))),
            new Artist("Fenja B.", COURSE, List.of(late("HAM"))),
            new Artist("Theresa W.", ALL, List.of(early("VIE"))),
            new Artist("Marko D.", COURSE, List.of(days("VIE", MON_TO_WED), days("BER", THU_FRI))),
            new Artist("Imogen C.", ALL, List.of(early("LON"))),
            new Artist("Kwame O.", ALL, List.of(late("LON"))),
            new Artist("Priya N.", COURSE, List.of(days("LON", MON_TO_WED), days("MAN", THU_FRI))),
            new Artist("Callum H.", ALL, List.of(early("MAN"))),
            new Artist("Shanice T.", COURSE, List.of(late("MAN"))),
            new Artist("Aoife M.", ALL, List.of(early("DUB"))),
            new Artist("Ciaran D.", COURSE, List.of(late("DUB"))),
            new Artist("Daniela V.", ALL, List.of(early("NYC"))),
            new Artist("Marcus J.", ALL, List.of(late("NYC"))),
            new Artist("Hana Y.", COURSE, List.of(early("NYC"), guest("LAX"))),
            new Artist("Luis G.", ALL, List.of(early("LAX"))),
            new Artist("Chloe P.", ALL, List.of(late("LAX"))),
            new Artist("Devon L.", COURSE, List.of(early("LAX"))));

    private DemoTeam() {}

    private static Week early(String clinic) {
        return days(clinic, MON_TO_FRI);
    }

    private static Week guest(String clinic) {
        return new Week(clinic, DemoNetwork.on(EnumSet.of(DemoPast.GUEST_DAY), "10:00", "15:00"));
    }

    private static Week late(String clinic) {
        return new Week(clinic, DemoNetwork.on(TUE_TO_SAT, "10:00", "18:00"));
    }

    private static Week days(String clinic, Set<DayOfWeek> days) {
        return new Week(clinic, DemoNetwork.on(days, "09:00", "17:30"));
    }
}
