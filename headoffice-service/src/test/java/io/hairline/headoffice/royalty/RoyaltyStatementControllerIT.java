package io.hairline.headoffice.royalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.OnRealServers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dublin's statements from the first draft to a final one; the demo's terms: 6 %, 2 % for the brand fund, 300 for technology. */
@OnRealServers
class RoyaltyStatementControllerIT {

    private static final ClinicId DUBLIN = DemoIds.clinic("DUB");
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final String STATEMENTS = "/royalty-statements";

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Autowired
    Clock clock;

    @Test
    void opensEveryCentToItsEventAndCorrectsByNewLinesAlone() throws Exception {
        RestTestClient headOffice = Staff.of(port, "head-office");
        RestTestClient manager = Staff.of(port, "manager-dub");
        YearMonth last =
                YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE)).minusMonths(1);
        YearMonth middle = last.minusMonths(1);
        String lastId = statement(headOffice, last);
        String middleId = statement(headOffice, middle);
        String firstId = statement(headOffice, middle.minusMonths(1));
        PaymentId payment = new PaymentId(Ids.next(PaymentId.PREFIX));
        PaymentDetails paid = paid("1230.00", "230.00");
        happens(new PaymentCaptured(payment, paid), 1, middle.atDay(10));
        happens(new PaymentCaptured(payment, paid), 1, middle.atDay(10));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(line(read(headOffice, middleId), "royalty:" + payment + ".1"))
                        .isNotEmpty());

        JsonNode draft = read(headOffice, middleId);
        JsonNode royalty = line(draft, "royalty:" + payment + ".1");
        assertThat(royalty.at("/amount/amount").asString()).isEqualTo("60.00");
        assertThat(royalty.at("/event/type").asString()).isEqualTo("booking.PaymentCaptured.v1");
        assertThat(royalty.at("/event/appointmentId").asString()).isEqualTo(String.valueOf(paid.appointmentId()));
        assertThat(royalty.path("ruleVersion").asInt()).isEqualTo(1);
        assertThat(draft.at("/total/amount").asString()).isEqualTo(sumOfLines(draft));

        post(headOffice, middleId + "/issue", Map.of(), 409);
        post(manager, firstId + "/issue", Map.of(), 403);
        post(headOffice, firstId + "/issue", Map.of(), 200);
        post(headOffice, middleId + "/issue", Map.of(), 200);
        post(headOffice, middleId + "/issue", Map.of(), 409);
        JsonNode issued = read(headOffice, middleId);
        assertThat(kinds(issued)).as("in the order of the draft").isEqualTo(kinds(draft));
        happens(new PaymentRefunded(payment, paid, euros("100.00"), "CLIENT_REQUEST"), 2, middle.atEndOfMonth());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(line(read(headOffice, lastId), "royalty:" + payment + ".2"))
                        .isNotEmpty());
        assertThat(line(read(headOffice, lastId), "royalty:" + payment + ".2")
                        .at("/amount/amount")
                        .asString())
                .as("told late, so it is a dated line of the next statement")
                .isEqualTo("-6.00");
        assertThat(read(headOffice, middleId)).as("and the issued one stays").isEqualTo(issued);

        String wrong = "royalty:" + payment + ".1";
        post(Staff.of(port, "manager-lon"), middleId + "/dispute", dispute(wrong), 404);
        post(Staff.of(port, "desk-dub"), middleId + "/dispute", dispute(wrong), 403);
        post(manager, middleId + "/dispute", dispute("royalty:none"), 400);
        post(manager, middleId + "/dispute", dispute(wrong), 200);
        post(headOffice, middleId + "/finalise", Map.of(), 409);
        post(
                headOffice,
                middleId + "/resolve",
                Map.of("lineId", wrong, "correction", Map.of("amount", "-10.00", "currency", "EUR")),
                200);
        post(headOffice, middleId + "/finalise", Map.of(), 200);

        JsonNode closed = read(manager, middleId);
        assertThat(closed.path("status").asString()).isEqualTo("FINAL");
        assertThat(line(closed, wrong)).as("the wrong line stays as it was").isEqualTo(line(issued, wrong));
        assertThat(line(closed, "correction:1").path("corrects").asString()).isEqualTo(wrong);
        assertThat(kinds(closed)).startsWith("ROYALTY", "BRAND_FUND", "CORRECTION");
        assertThat(new BigDecimal(closed.at("/total/amount").asString()))
                .isEqualByComparingTo(new BigDecimal(issued.at("/total/amount").asString()).subtract(BigDecimal.TEN));
        assertThat(closed.at("/total/amount").asString()).isEqualTo(sumOfLines(closed));
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
        JsonNode before = read(headOffice, middleId + "?asKnownOn=" + yesterday);
        assertThat(before.path("status").asString()).isEqualTo("DRAFT");
        assertThat(before.path("lines").valueStream())
                .as("the draft of that day, with all that had happened by then")
                .allSatisfy(it -> assertThat(it.path("knownOn").asString()).isEqualTo(yesterday.toString()));
        assertThat(line(before, wrong).path("amount")).isEqualTo(royalty.path("amount"));
        assertThat(line(before, "royalty:" + payment + ".2")
                        .at("/amount/amount")
                        .asString())
                .isEqualTo("-6.00");
        assertThat(line(before, "correction:1")).isEmpty();
        assertThat(before.at("/total/amount").asString()).isEqualTo(sumOfLines(before));
        JsonNode beforeItWasPaid = read(headOffice, middleId + "?asKnownOn=" + middle.atDay(9));
        assertThat(line(beforeItWasPaid, wrong)).isEmpty();
        assertThat(kinds(beforeItWasPaid)).contains("TECHNOLOGY_FEE");

        String csv = new String(bytes(headOffice, middleId + "/lines.csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(1 + closed.path("lines").size());
        try (var pdf = Loader.loadPDF(bytes(headOffice, middleId + "/statement.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Royalty statement " + middle,
                            closed.at("/total/amount").asString());
        }
        namesTheDayInFiles(headOffice, middleId, yesterday);
    }

    private static void namesTheDayInFiles(RestTestClient headOffice, String id, LocalDate day) throws Exception {
        String asKnown = "?asKnownOn=" + day;
        String csv = new String(bytes(headOffice, id + "/lines.csv" + asKnown), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).endsWith("," + day));
        try (var pdf = Loader.loadPDF(bytes(headOffice, id + "/statement.pdf" + asKnown))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("draft, as known on " + day);
        }
        headOffice
                .get()
                .uri(STATEMENTS + "/" + id + "/statement.pdf" + asKnown)
                .exchange()
                .expectHeader()
                .value("Content-Disposition", it -> assertThat(it).endsWith(id + "-as-known-on-" + day + ".pdf\""));
    }

    private YearMonth lastMonthInManchester() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")))
                .minusMonths(1);
    }

    /** What was paid for by mistake must not count as paid, nor keep the rate of its category. */
    @Test
    void movesWhatIsLeftOfAPaymentThatWasBookedOnTheWrongThing() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        ClinicId manchester = DemoIds.clinic("MAN");
        YearMonth last = lastMonthInManchester();
        String draftId = statement(headOffice, manchester, last);
        PaymentId payment = new PaymentId(Ids.next(PaymentId.PREFIX));
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        CourseId course = new CourseId(Ids.next(CourseId.PREFIX));
        PaymentDetails wrong = new PaymentDetails(
                client, manchester, visit, null, pounds("1230.00"), pounds("230.00"), pounds("0.00"), "CARD", null);
        PaymentDetails right = new PaymentDetails(
                client, manchester, null, course, pounds("1230.00"), pounds("230.00"), pounds("0.00"), "CARD", null);
        happens(new PaymentCaptured(payment, wrong), 1, last.atDay(10));
        happens(new PaymentRefunded(payment, wrong, pounds("100.00"), "CLIENT_REQUEST"), 2, last.atDay(11));

        happens(new PaymentReassigned(payment, right, wrong, "WRONG_APPOINTMENT"), 3, last.atDay(12));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(line(read(headOffice, draftId), "royalty:" + payment + ".3"))
                        .isNotEmpty());
        JsonNode draft = read(headOffice, draftId);
        JsonNode taken = line(draft, "royalty:" + payment + ".3.taken");
        JsonNode moved = line(draft, "royalty:" + payment + ".3");
        assertThat(taken.at("/base/amount").asString()).isEqualTo("-900.00");
        assertThat(taken.at("/event/appointmentId").asString()).isEqualTo(visit.value());
        assertThat(taken.path("category").asString()).isEqualTo("VISIT");
        assertThat(moved.at("/base/amount").asString()).isEqualTo("900.00");
        assertThat(moved.at("/event/courseId").asString()).isEqualTo(course.value());
        assertThat(moved.path("category").asString()).isEqualTo("COURSE");
        assertThat(new BigDecimal(moved.at("/amount/amount").asString()))
                .isEqualByComparingTo(new BigDecimal(taken.at("/amount/amount").asString()).negate());
    }

    @Test
    void listsASoldProductAmongProducts() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        ClinicId manchester = DemoIds.clinic("MAN");
        YearMonth last = lastMonthInManchester();
        String draftId = statement(headOffice, manchester, last);
        PaymentId payment = new PaymentId(Ids.next(PaymentId.PREFIX));
        PaymentDetails product = new PaymentDetails(
                new ClientId(Ids.next(ClientId.PREFIX)),
                manchester,
                null,
                null,
                pounds("24.00"),
                pounds("4.00"),
                pounds("0.00"),
                "CASH",
                "SALE_SPF");

        happens(new PaymentCaptured(payment, product), 1, last.atDay(10));
        happens(new PaymentRefunded(payment, product, pounds("12.00"), "CLIENT_REQUEST"), 2, last.atDay(11));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(line(read(headOffice, draftId), "royalty:" + payment + ".2"))
                        .isNotEmpty());
        JsonNode draft = read(headOffice, draftId);
        assertThat(line(draft, "royalty:" + payment + ".1").path("category").asString())
                .isEqualTo("PRODUCT");
        assertThat(line(draft, "royalty:" + payment + ".2").path("category").asString())
                .isEqualTo("PRODUCT");
    }

    @Test
    void showsAManagerTheOwnClinicsStatementsAlone() {
        RestTestClient london = Staff.of(port, "manager-lon");
        String dublins = statement(
                Staff.of(port, "head-office"),
                YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE)).minusMonths(1));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(items(london, STATEMENTS))
                        .isNotEmpty()
                        .allSatisfy(it -> assertThat(it.path("clinicId").asString())
                                .isEqualTo(DemoIds.clinic("LON").value())));
        london.get().uri(STATEMENTS + "/" + dublins).exchange().expectStatus().isNotFound();
        Staff.of(port, "desk-dub")
                .get()
                .uri(STATEMENTS)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void namesTheFieldOfTermsThatCanNotBe() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        Map<String, Object> tier = Map.of("percent", 6);

        refused(headOffice, Map.of("from", "2090-01-02", "tiers", java.util.List.of(tier)), "from");
        refused(headOffice, Map.of("from", "2001-01-01", "tiers", java.util.List.of(tier)), "from");
        refused(headOffice, Map.of("from", "2090-01-01", "tiers", java.util.List.of(tier, tier)), "tiers[0].upTo");
        refused(
                headOffice,
                Map.of("from", "2090-01-01", "tiers", java.util.List.of(Map.of("percent", 101))),
                "tiers[0].percent");
        refused(
                headOffice,
                Map.of("from", "2090-01-01", "tiers", java.util.List.of(tier), "minimum", "1.005"),
                "minimum");
    }

    /** Of two who both saw that nothing was agreed, the second one must look again. */
    @Test
    void refusesTermsOfSomebodyWhoSawNone() {
        Staff.of(port, "head-office")
                .post()
                .uri("/royalty-agreements")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "clinicId",
                        DemoIds.clinic("MAN").value(),
                        "from",
                        "2090-01-01",
                        "basis",
                        "CASH",
                        "tiers",
                        java.util.List.of(Map.of("percent", 6))))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void billsByTheTermsThatTookThePlaceOfMistypedOnes() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        ClinicId hamburg = DemoIds.clinic("HAM");
        YearMonth last = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")))
                .minusMonths(1);
        String draft = statement(headOffice, hamburg, last);

        agree(headOffice, hamburg, last, 60);
        agree(headOffice, hamburg, last, 7);

        assertThat(read(headOffice, draft).path("ruleVersion").asInt()).isEqualTo(3);
        JsonNode terms = items(headOffice, "/royalty-agreements?clinicId=" + hamburg)
                .getFirst()
                .path("terms");
        assertThat(terms.valueStream().map(it -> it.path("supersededBy").asInt(0)))
                .containsExactly(0, 3, 0);
    }

    private static void agree(RestTestClient caller, ClinicId clinic, YearMonth from, int percent) {
        caller.post()
                .uri("/royalty-agreements")
                .body(Map.of(
                        "clinicId",
                        clinic.value(),
                        "from",
                        from.atDay(1).toString(),
                        "basis",
                        "CASH",
                        "tiers",
                        java.util.List.of(Map.of("percent", percent))))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void refused(RestTestClient caller, Map<String, Object> terms, String field) {
        Map<String, Object> body = new java.util.HashMap<>(terms);
        body.put("clinicId", DemoIds.clinic("MAN").value());
        body.put("basis", "CASH");
        caller.post()
                .uri("/royalty-agreements")
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private void happens(io.hairline.contracts.DomainEvent event, long version, LocalDate day) {
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(
                    Topics.BOOKING_EVENTS,
                    event,
                    version,
                    day.atTime(LocalTime.NOON).atZone(ZONE).toInstant());
        }
    }

    private static PaymentDetails paid(String amount, String tax) {
        return new PaymentDetails(
                new ClientId(Ids.next(ClientId.PREFIX)),
                DUBLIN,
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                null,
                euros(amount),
                euros(tax),
                euros("0.00"),
                "CARD",
                null);
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Map<String, String> dispute(String line) {
        return Map.of("lineId", line, "reasonCode", "WRONG_AMOUNT");
    }

    private static String statement(RestTestClient caller, YearMonth month) {
        return statement(caller, DUBLIN, month);
    }

    private static String statement(RestTestClient caller, ClinicId clinic, YearMonth month) {
        String query = STATEMENTS + "?clinicId=" + clinic + "&month=" + month;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(items(caller, query)).hasSize(1));
        return items(caller, query).getFirst().path("id").asString();
    }

    private static java.util.List<JsonNode> items(RestTestClient caller, String path) {
        return JsonMapper.shared()
                .readTree(bytes(caller.get().uri(path).exchange()))
                .path("items")
                .valueStream()
                .toList();
    }

    private static java.util.List<String> kinds(JsonNode statement) {
        return statement
                .path("lines")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }

    private static JsonNode read(RestTestClient caller, String id) {
        return JsonMapper.shared().readTree(bytes(caller, id));
    }

    private static byte[] bytes(RestTestClient caller, String id) {
        return bytes(caller.get()
                .uri(STATEMENTS + "/" + id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static byte[] bytes(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(byte[].class).returnResult().getResponseBody());
    }

    private static void post(RestTestClient caller, String path, Object body, int status) {
        caller.post()
                .uri(STATEMENTS + "/" + path)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static JsonNode line(JsonNode statement, String id) {
        return StreamSupport.stream(statement.path("lines").spliterator(), false)
                .filter(it -> it.path("lineId").asString().equals(id))
                .findFirst()
                .orElse(statement.path("none"));
    }

    private static String sumOfLines(JsonNode statement) {
        return StreamSupport.stream(statement.path("lines").spliterator(), false)
                .map(it -> new BigDecimal(it.at("/amount/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
