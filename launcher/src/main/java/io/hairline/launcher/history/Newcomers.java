package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Clients of one clinic whom its desk registers for their first appointment. */
final class Newcomers {

    private static final List<String> GIVEN =
            List.of("Alma", "Boris", "Clara", "Dimitri", "Emil", "Frida", "Gabriel", "Hanna", "Ivo", "Julia");
    private static final List<String> FAMILY =
            List.of("Adler", "Bell", "Carter", "Doyle", "Engel", "Frank", "Grant", "Hansen", "Iversen", "Jung");
    private static final Map<String, String> PHONES = Map.of(
            "BER", "+49305556%03d",
            "HAM", "+49405556%03d",
            "VIE", "+4315556%03d",
            "LON", "+442079460%03d",
            "MAN", "+441614960%03d",
            "DUB", "+353155500%03d",
            "NYC", "+12125556%03d",
            "LAX", "+12135556%03d");
    private static final int FIRST_PHONE = 500;

    private final BackdatedClient api;
    private final String clinicCode;
    private final DemoClinic clinic;
    private int registered;

    Newcomers(BackdatedClient api, String clinicCode, DemoClinic clinic) {
        this.api = api;
        this.clinicCode = clinicCode;
        this.clinic = clinic;
    }

    /** The id of one more client. */
    String register(Instant at) {
        registered++;
        Map<String, Object> person = new HashMap<>();
        person.put("givenName", GIVEN.get(registered % GIVEN.size()));
        person.put("familyName", FAMILY.get((registered / GIVEN.size() + registered) % FAMILY.size()));
        person.put(
                "dateOfBirth",
                LocalDate.of(1962, 1, 1)
                        .plusDays(97L * registered + 7L * DemoIds.CLINICS.indexOf(clinicCode))
                        .toString());
        person.put("email", "newcomer-%d-%s@example.org".formatted(registered, clinicCode.toLowerCase(Locale.ROOT)));
        person.put("phone", PHONES.getOrDefault(clinicCode, "").formatted(FIRST_PHONE + registered));
        person.put("language", List.of("BER", "HAM", "VIE").contains(clinicCode) ? "de" : "en");
        person.put("zone", clinic.zone().getId());
        person.put("homeClinicId", clinic.id());
        return api.post(
                        "booking",
                        "desk-" + clinicCode.toLowerCase(Locale.ROOT),
                        at,
                        "weeks-" + clinicCode + "-client" + registered,
                        "/clients",
                        person)
                .path("id")
                .asString();
    }
}
