package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.ARTIST;
import static io.hairline.launcher.tour.TourState.DESK;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.MANAGER;
import static io.hairline.launcher.tour.TourState.must;
import static io.hairline.launcher.tour.TourState.place;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.history.DemoLabel;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A visitor becomes a client, is seen, and accepts a plan. */
final class ConsultationChapters {

    private static final String PRACTITIONER = DemoIds.practitioner(1).value();

    private final TourState tour;
    private final Franchise brand;

    ConsultationChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("A visitor looks for a consultation: nearby, in a region, in a clinic", this::look),
                new Chapter("The visitor holds a time and books it; somebody later is offered others", this::book),
                new Chapter("The clock moves to the appointment; the desk checks the client in", this::arrive),
                new Chapter("Consultation, questionnaire, patch test, identity, consent", this::prepare),
                new Chapter("A plan with exact prices, accepted with a signature", this::agree));
    }

    private void look() {
        LocalDate from = tour.today().plusDays(1);
        String days = "&from=%s&to=%s&limit=3".formatted(from, from.plusDays(20));
        brand.get(Franchise.VISITOR, "/availability?serviceCode=CONSULTATION&near=52.52,13.40&radiusKm=50" + days);
        brand.get(
                Franchise.VISITOR,
                "/availability?serviceCode=CONSULTATION&regionId="
                        + DemoIds.region("EU").value() + days);
        tour.began = tour.today();
        tour.rememberBookings("EU", tour.began);
    }

    private void book() {
        brand.welcome(tour.visitor);
        brand.welcome("somebody else");
        tour.client = brand.done(
                        tour.visitor,
                        "/clients",
                        Map.of(
                                "givenName",
                                "Tessa",
                                "familyName",
                                "Tour " + tour.mark,
                                "dateOfBirth",
                                "1988-02-29",
                                "email",
                                "tessa." + tour.mark + "@example.org",
                                "phone",
                                "+4930" + (9_000_000 + Math.floorMod(tour.mark.hashCode(), 999_999)),
                                "language",
                                "de",
                                "zone",
                                "Europe/Berlin",
                                "homeClinicId",
                                HOME))
                .text("id");
        LocalDate from = tour.today().plusDays(1);
        JsonNode slot = brand.get(
                        Franchise.VISITOR,
                        "/availability?serviceCode=CONSULTATION&clinicId=%s&practitionerId=%s&from=%s&to=%s&limit=1"
                                .formatted(HOME, PRACTITIONER, from, from.plusDays(30)))
                .first();
        Answer hold = brand.done(tour.visitor, "/holds", place(slot));
        Answer late = brand.post("somebody else", "/holds", place(slot));
        must(late.status() == 409 && late.body().path("alternatives").size() > 0, "the loser gets alternatives");
        tour.consultation = brand.done(
                        tour.visitor,
                        "/appointments",
                        Map.of("clientId", tour.client, "holdId", hold.text("id"), "holdToken", hold.text("token")))
                .text("id");
    }

    private void arrive() {
        Answer booked = brand.get(DESK, "/appointments/" + tour.consultation);
        tour.moveTo(Instant.parse(booked.text("startsAt")));
        brand.done(DESK, "/appointments/" + tour.consultation + "/check-in", Map.of("reasonCode", "ARRIVED"));
    }

    private void prepare() {
        String consultation = brand.done(
                        ARTIST,
                        "/consultations",
                        Map.of(
                                "appointmentId", tour.consultation,
                                "indication", "RECEDING",
                                "norwood", "III",
                                "fitzpatrick", "III",
                                "skin", "NORMAL",
                                "goals", "A soft, natural hairline.",
                                "hairline", Map.of("style", "SOFT", "browDistanceMillimetres", 70)))
                .text("id");
        brand.done(ARTIST, "/consultations/" + consultation + "/hairline-approval", Map.of("signature", signature()));
        tour.awaitStatus(tour.consultation, "COMPLETED");
        Map<String, Boolean> answers = new HashMap<>();
        brand.get(ARTIST, "/questionnaires/questions")
                .body()
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        brand.done(
                ARTIST,
                "/questionnaires",
                Map.of("clientId", tour.client, "answers", answers, "signature", signature()));
        tour.pigment = lot("PIGMENT", "Carbon Black", "CI 77266", 30);
        tour.secondPigment = lot("PIGMENT", "Warm Brown", "CI 77491", 20);
        tour.needle = lot("NEEDLE", "3RL cartridges", "-", 20);
        String patchTest = brand.done(ARTIST, "/patch-tests", Map.of("clientId", tour.client, "lotId", tour.pigment))
                .text("id");
        brand.done(DESK, "/identity-checks", Map.of("clientId", tour.client, "document", "PASSPORT"));
        String template = brand.get(DESK, "/consent-templates?purpose=TREATMENT&language=de")
                .first()
                .path("id")
                .asString();
        brand.done(
                ARTIST,
                "/consents",
                Map.of(
                        "clientId",
                        tour.client,
                        "purpose",
                        "TREATMENT",
                        "templateId",
                        template,
                        "language",
                        "de",
                        "signature",
                        signature()));
        tour.moveTo(tour.now().plus(Duration.ofHours(49)));
        brand.done(ARTIST, "/patch-tests/" + patchTest + "/read", Map.of("result", "PASS"));
    }

    private String lot(String kind, String product, String colourIndex, int amount) {
        return brand.done(
                        MANAGER,
                        "/lots",
                        Map.of(
                                "clinicId", HOME,
                                "kind", kind,
                                "maker", "Tour Supplies",
                                "product", product,
                                "colourIndex", colourIndex,
                                "lotNumber", "T-" + tour.mark,
                                "expiresOn", tour.today().plusYears(2).toString(),
                                "millilitres", amount,
                                "labelFields", DemoLabel.of(kind)))
                .text("id");
    }

    private void agree() {
        List<Map<String, Object>> priced = new ArrayList<>();
        for (int number = 0; number < TourState.PRICES.size(); number++) {
            priced.add(Map.of(
                    "serviceCode",
                    "SESSION_" + (number + 1),
                    "price",
                    Map.of("amount", TourState.PRICES.get(number), "currency", "EUR")));
        }
        tour.plan = brand.done(
                        ARTIST,
                        "/plans",
                        Map.of(
                                "clientId",
                                tour.client,
                                "consultationAppointmentId",
                                tour.consultation,
                                "kind",
                                "PERMANENT",
                                "sessions",
                                priced))
                .text("id");
        brand.done(ARTIST, "/plans/" + tour.plan + "/accept", Map.of("signature", signature()));
    }

    private static Map<String, String> signature() {
        return Map.of("signedName", "Tessa Tour");
    }
}
