package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDateTime;

/** A clinic's day with the panel of one appointment. */
record DayPage(Visitor visitor, String clinic) {

    /** Opens the panel of the appointment that a client has then. */
    void open(LocalDateTime at, String client) {
        visitor.open("/clinic/" + clinic + "/day?date=" + at.toLocalDate());
        visitor.page()
                .locator("a.visit[data-at='" + at + "']")
                .filter(new Locator.FilterOptions().setHasText(client))
                .click();
        assertThat(visitor.page().locator("#panel h2")).containsText(client);
    }

    void unfold(String key) {
        Locator part = visitor.page()
                .locator("#panel details")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().locator("summary").getByText(visitor.says(key))));
        if (part.getAttribute("open") == null) {
            part.locator("summary").first().click();
        }
    }

    void shows(String statusKey) {
        assertThat(visitor.page().locator("#panel .line .pill").first()).hasText(visitor.says(statusKey));
    }

    void says(String key, Object... values) {
        assertThat(visitor.page().locator("#panel")).containsText(visitor.says(key, values));
    }
}
