package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages about clients' records: duplicates, a table of clients, enquiries, and erasure through every service. */
@ResourceLock("demo")
class ClientRecordPagesIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final String BERLIN = DemoIds.clinic("BER").value();

    private static @Nullable Chrome chrome;

    private final List<String> complaints = new ArrayList<>();
    private final String mark = String.valueOf(System.nanoTime()).replaceFirst(".*(\\d{7})$", "$1");
    private final Api desk = DEMO.as("desk-ber");

    @BeforeAll
    static void up() {
        chrome = Chrome.open();
    }

    @AfterAll
    static void down() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @AfterEach
    void complainsAboutNothing() {
        assertThat(complaints).isEmpty();
    }

    private Visitor loggedIn(String login) {
        return Visitor.loggedIn(
                Objects.requireNonNull(chrome).visitor(DEMO.portal(), complaints), login, DEMO.password());
    }

    private Map<String, Object> newcomer(String givenName) {
        return new HashMap<>(Map.of(
                "givenName",
                givenName,
                "familyName",
                "Record" + mark,
                "dateOfBirth",
                "1981-04-05",
                "email",
                givenName.toLowerCase(java.util.Locale.ROOT) + "." + mark + "@example.org",
                "phone",
                "+49301" + mark,
                "language",
                "en",
                "zone",
                "Europe/Berlin",
                "homeClinicId",
                BERLIN,
                "allowDuplicate",
                true));
    }

    private String registered(Map<String, Object> person) {
        Answer registered = desk.post("/clients", person);
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        return registered.text("id");
    }

    /** By keyboard: the button is reached and pressed without a mouse. */
    private static void pressByKeyboard(Locator button) {
        button.focus();
        button.press("Enter");
    }

    @Test
    void mergesTwoRecordsAndUndoesIt() {
        registered(newcomer("Mara"));
        registered(newcomer("Mara"));
        Visitor visitor = loggedIn("desk-ber");
        visitor.open("/clinic/" + BERLIN + "/duplicates");
        Chrome.assertAccessible(visitor.page());
        Locator pair = visitor.page()
                .locator("article.card")
                .filter(new Locator.FilterOptions().setHasText("Mara Record" + mark))
                .first();

        pressByKeyboard(pair.locator("form[action$='/merge'] button").first());

        visitor.isTold("merge.done");
        Chrome.assertAccessible(visitor.page());
        pressByKeyboard(pair.locator("form[action$='/unmerge'] button").first());
        visitor.isTold("merge.undone");
    }

    @Test
    void looksThroughATableBeforeItRegistersAnybody() {
        Visitor visitor = loggedIn("manager-ber");
        visitor.open("/clinic/" + BERLIN + "/import");
        Chrome.assertAccessible(visitor.page());
        String names = "givenName,familyName,dateOfBirth,email,phone,language,zone\n";
        visitor.fill(
                "import.table",
                names + "Ina,Import" + mark + ",1990-01-01,no address,+49302" + mark + ",de,Europe/Berlin");
        visitor.press("import.check");
        assertThat(visitor.heading(visitor.says("import.accepted", 0, 1))).isVisible();
        Chrome.assertAccessible(visitor.page());

        visitor.fill(
                "import.table",
                names + "Ina,Import" + mark + ",1990-01-01,ina." + mark + "@example.org,+49302" + mark
                        + ",de,Europe/Berlin");
        visitor.press("import.check");
        visitor.press("import.register", 1);

        visitor.isTold("import.started", 1);
        assertThat(visitor.page().locator("#imports")).containsText(visitor.says("import.all-stored", 1));
        Chrome.assertAccessible(visitor.page());
        visitor.page().reload();
        assertThat(visitor.page().locator("#imports")).containsText(visitor.says("import.all-stored", 1));
        assertThat(desk.get("/clients?query=ina." + mark + "%40example.org")
                        .body()
                        .path("items")
                        .size())
                .isOne();
    }

    @Test
    void answersAnEnquiry() {
        Answer sent = DEMO.guest()
                .post(
                        "/enquiries",
                        Map.of(
                                "name",
                                "Erna " + mark,
                                "contact",
                                "erna." + mark + "@example.org",
                                "wish",
                                "A fuller crown.",
                                "clinicId",
                                BERLIN));
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        Visitor visitor = loggedIn("desk-ber");
        visitor.open("/clinic/" + BERLIN + "/enquiries");
        Chrome.assertAccessible(visitor.page());
        Locator enquiry = visitor.page()
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText("Erna " + mark))
                .first();
        assertThat(enquiry).containsText("A fuller crown.");

        enquiry.locator("select").selectOption("ANSWERED");
        pressByKeyboard(enquiry.locator("form button").first());

        assertThat(visitor.page().getByText("Erna " + mark)).hasCount(0);
        assertThat(desk.get("/enquiries/" + sent.text("id")).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void erasesAClientInEveryService() {
        Map<String, Object> person = newcomer("Efa");
        String client = registered(person);
        Visitor visitor = loggedIn("manager-ber");
        visitor.open("/clinic/" + BERLIN + "/clients/" + client);
        visitor.follow("erase.staff.client");
        Chrome.assertAccessible(visitor.page());
        visitor.page().locator(".tick input").check();

        visitor.press("erase.staff.submit");

        visitor.isTold("erase.staff.done");
        Chrome.assertAccessible(visitor.page());
        Api manager = DEMO.as("manager-ber");
        JsonNode erasure = manager.get("/erasures?clinicId=" + BERLIN)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("clientId").asString().equals(client))
                .findFirst()
                .orElseThrow();
        String id = erasure.path("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> manager.get("/erasures/" + id).text("status").equals("DONE"));
        JsonNode services = manager.get("/erasures/" + id).body().path("services");
        assertThat(services.valueStream().map(it -> it.path("name").asString()))
                .containsExactly("booking", "treatment", "notification", "identity", "headoffice");
        assertThat(services.toString()).contains("PARTICULARS", "NAME", "CONTACT", "ACCOUNT", "NAMELESS");
        assertThat(desk.get("/clients/" + client).status()).isEqualTo(404);
        assertThat(desk.get("/clients?query=efa." + mark + "%40example.org")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(desk.get("/messages?clientId=" + client).body().toString()).doesNotContain(mark);
        visitor.page().reload();
        assertThat(visitor.page().getByText(visitor.says("erase.status.DONE")).first())
                .isVisible();
        assertThat(visitor.page().content()).doesNotContain("Record" + mark);
    }

    @Test
    void doesNotOverwriteWhatTheDeskChangedMeanwhile() {
        Visitor client = loggedIn("client-16");
        client.open("/me/data");
        Map<String, Object> person = new HashMap<>();
        String path = "/clients/" + DemoIds.client(16).value();
        JsonNode now = desk.get(path).body();
        for (String field : List.of(
                "givenName", "familyName", "dateOfBirth", "email", "phone", "language", "zone", "homeClinicId")) {
            person.put(field, now.path(field).asString());
        }
        String phone = "+4930555" + mark.substring(0, 5);
        person.put("phone", phone);
        Answer changed = desk.send("PUT", path, Map.of(), JsonMapper.shared().writeValueAsString(person));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);

        client.fill("field.phone", "+4930111" + mark.substring(0, 5));
        client.press("save");

        assertThat(client.page().getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(client.field("field.phone")).hasValue(phone);
        complaints.removeIf(it -> it.contains("412"));
    }

    @Test
    void tellsAClientWhatErasureMeansFirst() throws IOException {
        Visitor client = loggedIn("client-12");
        client.open("/me/data");
        client.follow("erase.link");
        Chrome.assertAccessible(client.page());
        assertThat(client.page().getByText(client.says("erase.law"))).isVisible();
        Page page = client.page();
        Download file = page.waitForDownload(() -> client.follow("data.export"));
        assertThat(Files.readString(file.path()))
                .contains("\"chart\"", "\"prepaid\"", "\"waitlist\"", "\"photos\"", "\"questions\"", "\"inbox\"");

        client.press("erase.submit");

        assertThat(page.locator(".tick input:invalid")).isFocused();
        assertThat(page).hasURL(DEMO.portal() + "/me/data/erase");
        assertThat(DEMO.as("client-12")
                        .get("/clients/" + DemoIds.client(12).value())
                        .status())
                .isEqualTo(200);
    }
}
