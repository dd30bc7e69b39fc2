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
                .locator("a.visit")
                .filter(new Locator.FilterOptions().setHasText(client))
                .filter(new Locator.FilterOptions().setHasText("%tR ".formatted(at)))
                .click();
        assertThat(visitor.page().locator("#panel h2")).containsText(client);
    }

    void unfold(String words) {
        Locator part = visitor.page()
                .locator("#panel details")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().locator("summary").getByText(words)));
        if (part.getAttribute("open") == null) {
            part.locator("summary").click();
        }
    }

    void shows(String status) {
        assertThat(visitor.page().locator("#panel .pill")).hasText(status);
    }

    void says(String words) {
        assertThat(visitor.page().locator("#panel")).containsText(words);
    }
}
