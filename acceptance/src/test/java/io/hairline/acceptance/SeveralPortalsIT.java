package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.acceptance.world.RunningDemo.Twin;
import io.hairline.contracts.demo.DemoIds;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two portals with no sticky routing: each request of a person may come to another one. */
@Tag("long")
@ResourceLock("demo")
@ResourceLock("services")
class SeveralPortalsIT {

    private static final String PAGES = "/clinic/" + DemoIds.clinic("HAM").value();
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void shareLogInsAndFormsAndOutliveEachOther() {
        Twin twin = demo.startTwin(RunningDemo.portalService());
        URI second = URI.create("http://" + demo.portal().getHost() + ":" + twin.port());
        try (Chrome chrome = Chrome.open()) {
            Page page = chrome.visitor(demo.portal(), new ArrayList<>());
            Visitor desk = Visitor.loggedIn(page, "desk-ham", demo.password());

            desk.open(second + PAGES + "/clients/new");
            assertThat(page.url()).startsWith(second.toString());
            String family = fillIn(desk);
            APIResponse registered = postTo(demo.portal(), page, "main form:has([name=familyName])");
            assertThat(registered.status()).isEqualTo(200);
            assertThat(registered.text()).contains(family);

            desk.open(second + PAGES + "/day");
            // The end of the log-in leads to the portals' one address, which a page of another port may not send a form
            // to.
            postTo(second, page, "form[action$='/session/end']");
            desk.open(demo.portal() + PAGES + "/day");
            assertThat(page.url()).contains("/login");

            Visitor.loggedIn(page, "desk-ham", demo.password());
            demo.system().process(RunningDemo.portalService()).process().kill();
            desk.open(second + PAGES + "/day");
            assertThat(page.url()).startsWith(second + PAGES + "/day");
        } finally {
            demo.restartPortal();
            twin.process().stop(STOPPING);
        }
    }

    private static String fillIn(Visitor desk) {
        String family = "Portals" + Long.toString(System.nanoTime(), 36);
        desk.fill("field.givenName", "Kim");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 40 5553" + (System.nanoTime() % 9000 + 1000));
        desk.choose("field.language", "de");
        return family;
    }

    /** The form of the page with its token, sent to another portal than the one that made it. */
    private static APIResponse postTo(URI portal, Page page, String form) {
        FormData fields = FormData.create();
        for (Object field : (List<?>) page.evaluate("form => [...new FormData(document.querySelector(form))]", form)) {
            List<?> pair = (List<?>) field;
            fields.set(String.valueOf(pair.getFirst()), String.valueOf(pair.getLast()));
        }
        Object action = page.evaluate("form => new URL(document.querySelector(form).action).pathname", form);
        return page.request()
                .post(portal + String.valueOf(action), RequestOptions.create().setForm(fields));
    }
}
