package io.hairline.booking.demo;

import io.hairline.booking.client.Client;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.demo.DemoIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up people, the same every time: the n-th is always the n-th. */
final class DemoClients {

    static final int COUNT = DemoIds.CLIENTS;

    private static final List<String> GIVEN = List.of(
            "Aisha", "Ben", "Chiara", "Daniel", "Elif", "Finn", "Grace", "Hugo", "Ines", "Jonas", "Karim", "Lena",
            "Mateo", "Nora", "Omar", "Petra", "Quinn", "Rosa", "Samir", "Tess", "Umut", "Vera", "Will", "Yara");
    private static final List<String> FAMILY = List.of(
            "Abbott", "Becker", "Costa", "Demir", "Evans", "Fischer", "Gruber", "Hughes", "Ivanova", "Jensen", "Khan",
            "Lindner", "Moreau", "Novak", "O'Brien", "Park", "Quigley", "Rossi", "Schmidt", "Tanaka", "Ueda", "Vogel",
            "Walsh", "Young", "Zimmer");
    private static final List<Place> PLACES = List.of(
            new Place("BER", "de", "Europe/Berlin", "+4930555%04d"),
            new Place("HAM", "de", "Europe/Berlin", "+4940555%04d"),
            new Place("VIE", "de", "Europe/Vienna", "+431555%04d"),
            new Place("LON", "en", "Europe/London", "+442079460%03d"),
            new Place("MAN", "en", "Europe/London", "+441614960%03d"),
            new Place("DUB", "en", "Europe/Dublin", "+353155500%02d"),
            new Place("NYC", "en", "America/New_York", "+1212555%04d"),
            new Place("LAX", "en", "America/Los_Angeles", "+1213555%04d"));

    private record Place(String clinicCode, String language, String zone, String phone) {}

    private DemoClients() {}

    static String clinicCode(int number) {
        return DemoIds.homeClinic(number);
    }

    static ClinicId homeClinic(int number) {
        return DemoIds.clinic(clinicCode(number));
    }

    private static Place place(int number) {
        return PLACES.get(number % PLACES.size());
    }

    static Client.Particulars particulars(int number) {
        Random random = new Random(number);
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        Place place = place(number);
        return new Client.Particulars(
                given,
                family,
                LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000)),
                "client-" + number + "@example.org",
                String.format(Locale.ROOT, place.phone(), number % 1_000),
                place.language(),
                place.zone());
    }
}
