package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.AWAY;
import static io.hairline.launcher.tour.TourState.HEAD_OFFICE;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.history.DemoLabel;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The client is treated in another region: what the next practitioner knows, what is refused, what changes, who is told. */
final class SafetyChapters {

    private static final String STRANGER = "practitioner-18";
    private static final String MAKER = "Tour Supplies";
    private static final String PRODUCT = "Carbon Black";
    private static final int CLIENTS = 30;

    private final TourState tour;
    private final Franchise brand;
    private String visit = "";
    private String artist = "";
    private String pigment = "";
    private String other = "";
    private String needle = "";
    private String template = "";
    private Instant startsAt = Instant.EPOCH;

    SafetyChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter(
                        "Match card: the next practitioner sees how the colour was made, and what the clinic lacks",
                        this::match),
                new Chapter(
                        "Ready for the chair: a red light refuses the start, and one signature turns it green",
                        this::light),
                new Chapter(
                        "Treated elsewhere: the forecast is closed and made anew, with its reasons", this::forecast),
                new Chapter("Recall: every session, client and bottle of a lot, in cups of two clinics", this::recall),
                new Chapter("Sharing pass: given, used, revoked, and who saw the chart", this::pass));
    }

    private void match() {
        JsonNode appointment = brand.get(tour.visitor, "/appointments?clientId=" + tour.client)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("serviceCode").asString("").equals("TOUCH_UP"))
                .findFirst()
                .orElseThrow(() -> new LauncherException("The client has no touch-up booked."));
        visit = appointment.path("id").asString();
        startsAt = Instant.parse(appointment.path("startsAt").asString());
        artist = "practitioner-"
                + CourseChapters.numberOf(appointment.path("practitionerId").asString());
        Answer card = brand.get(artist, "/match-card?appointmentId=" + visit);
        must(card.body().at("/last/zones").size() > 0, "the card shows the zones of the last session");
        must(card.body().toString().contains("PIGMENT_NOT_IN_STOCK"), "it warns that New York lacks the pigment");
    }

    private void light() {
        pigment = lot("PIGMENT", PRODUCT, "CI 77266", "T-" + tour.mark, 20);
        other = lot("PIGMENT", "Warm Brown", "CI 77491", "W-" + tour.mark, 20);
        needle = lot("NEEDLE", "3RL cartridges", "-", "N-" + tour.mark, 20);
        String test = brand.done(artist, "/patch-tests", Map.of("clientId", tour.client, "lotId", pigment))
                .text("id");
        tour.moveTo(tour.now().plus(Duration.ofHours(25)));
        brand.done(artist, "/patch-tests/" + test + "/read", Map.of("result", "PASS"));
        Map<String, Boolean> answers = new HashMap<>();
        brand.glance(artist, "/questionnaires/questions")
                .body()
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        brand.done(
                artist,
                "/questionnaires",
                Map.of("clientId", tour.client, "answers", answers, "signature", signature()));
        tour.moveTo(startsAt);
        JsonNode consent = brand.get(artist, "/consents?clientId=" + tour.client)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("purpose").asString("").equals("TREATMENT")
                        && it.path("withdrawnAt").isNull())
                .findFirst()
                .orElseThrow(() -> new LauncherException("The client has signed no consent."));
        template = consent.path("templateId").asString();
        brand.done(artist, "/consents/" + consent.path("id").asString() + "/withdraw", Map.of());
        Answer red = brand.get(artist, "/readiness/" + visit);
        must(red.text("light").equals("RED"), "the light is red without the consent");
        Answer refused = brand.post(artist, "/sessions", Map.of("appointmentId", visit));
        must(refused.status() == 409 && refused.text("type").endsWith("/not-ready"), "red refuses the start");
        brand.done(
                artist,
                "/consents",
                Map.of(
                        "clientId",
                        tour.client,
                        "purpose",
                        "TREATMENT",
                        "templateId",
                        template,
                        "language",
                        consent.path("language").asString(),
                        "signature",
                        signature()));
        Answer green = brand.get(artist, "/readiness/" + visit);
        must(!green.text("light").equals("RED"), "the signature turned the light: " + green.body());
    }

    private void forecast() {
        String before = open().path("window").path("due").asString();
        brand.done(artist, "/appointments/" + visit + "/check-in", Map.of("reasonCode", "ARRIVED"));
        String session =
                brand.done(artist, "/sessions", Map.of("appointmentId", visit)).text("id");
        Map<String, Object> work = new HashMap<>();
        work.put("zones", List.of(Map.of("zone", "CROWN", "density", 20)));
        work.put("needle", Map.of("configuration", "3RL", "lotId", needle));
        work.put(
                "pigments",
                List.of(
                        Map.of("lotId", pigment, "millilitres", 0.8, "dilution", 14),
                        Map.of("lotId", other, "millilitres", 0.2, "dilution", 14)));
        work.put("depthMillimetres", 0.6);
        work.put("painScore", 2);
        work.put("numbing", Map.of("used", false));
        work.put("notes", "Refreshed.");
        brand.done(artist, "/sessions/" + session + "/complete", work);
        brand.eventually(
                artist,
                "/touch-ups?clientId=" + tour.client,
                "the touch-up is closed and the next one planned",
                it -> it.toString().contains("\"CLOSED\"") && it.toString().contains("\"PLANNED\""));
        String after = open().path("window").path("due").asString();
        must(LocalDate.parse(after).isAfter(LocalDate.parse(before)), "the forecast moved from " + before);
        JsonNode reasons = open().path("reasons");
        must(!reasons.isEmpty(), "the forecast says why");
        tour.printer.say("The forecast moved from " + before + " to " + after + ", because of "
                + reasons.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")) + ".");
    }

    private JsonNode open() {
        return brand.glance(artist, "/touch-ups?clientId=" + tour.client)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> !it.path("status").asString("").equals("CLOSED"))
                .findFirst()
                .orElseThrow(() -> new LauncherException("The client has no touch-up."));
    }

    private void recall() {
        String recall = brand.done(
                        HEAD_OFFICE,
                        "/recalls",
                        Map.of(
                                "maker",
                                MAKER,
                                "product",
                                PRODUCT,
                                "lotNumber",
                                "T-" + tour.mark,
                                "reason",
                                "The tour's own batch; nothing is wrong with it."))
                .text("id");
        Answer found = brand.eventually(
                HEAD_OFFICE,
                "/recalls/" + recall,
                "all sessions of both clinics are listed",
                it -> it.path("sessions").size() >= TourState.PRICES.size() + 1);
        String all = found.body().toString();
        must(all.contains(HOME) && all.contains(AWAY), "clinics of two regions are concerned");
        must(all.contains(tour.client), "the client is listed");
        tour.printer.say("In the cups of both clinics it lay mixed with another lot.");
        Answer stock = brand.get(artist, "/lots?clinicId=" + AWAY);
        must(
                stock.body()
                        .path("items")
                        .valueStream()
                        .anyMatch(it -> it.path("id").asString("").equals(pigment)
                                && it.path("status").asString("").equals("RECALLED")),
                "what is left in New York can't be used any more");
        tour.printer.say("On one screen, with the clients who have confirmed: /office/recalls/" + recall
                + " in the portal; as PDF: GET /api/v1/recalls/" + recall + "/evidence.");
    }

    private void pass() {
        String clinic =
                brand.get(STRANGER, "/me").body().at("/roles/0/clinicId").asString();
        int number = 1;
        while (number <= CLIENTS && chart(number) != 404) {
            number++;
        }
        must(chart(number) == 404, "some client's chart is closed to " + STRANGER);
        String login = "client-" + number;
        String id = DemoIds.client(number).value();
        String pass = brand.done(
                        login,
                        "/sharing-passes",
                        Map.of(
                                "clientId",
                                id,
                                "clinicId",
                                clinic,
                                "purpose",
                                "SECOND_OPINION",
                                "until",
                                tour.today().plusDays(30).toString()))
                .text("id");
        must(brand.get(STRANGER, "/charts/" + id).status() == 200, "the pass opens the chart");
        brand.done(login, "/sharing-passes/" + pass + "/revoke", Map.of());
        must(brand.get(STRANGER, "/charts/" + id).status() == 404, "it is closed at once");
        Answer log = brand.get(login, "/access-log?clientId=" + id);
        must(log.first().path("basis").asString("").equals("SHARING_PASS"), "the client sees who read it, and why");
    }

    private int chart(int number) {
        return brand.glance(STRANGER, "/charts/" + DemoIds.client(number).value())
                .status();
    }

    private String lot(String kind, String product, String colourIndex, String lotNumber, int amount) {
        Map<String, Object> lot = new HashMap<>();
        lot.put("clinicId", AWAY);
        lot.put("kind", kind);
        lot.put("maker", MAKER);
        lot.put("product", product);
        lot.put("colourIndex", colourIndex);
        lot.put("lotNumber", lotNumber);
        lot.put("expiresOn", tour.today().plusYears(2).toString());
        lot.put("millilitres", amount);
        lot.put("labelFields", DemoLabel.of(kind));
        return brand.done(artist, "/lots", lot).text("id");
    }

    private static Map<String, String> signature() {
        return Map.of("signedName", "Tessa Tour");
    }
}
