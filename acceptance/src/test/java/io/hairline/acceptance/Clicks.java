package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/**
 * Counts what a person's hand does on the pages of one browser tab: presses of the mouse outside of fields and choices in
 * lists are clicks, what is typed into one field is a field. The browser counts, not the test.
 */
record Clicks(Page page) {

    private static final String COUNTING = """
            (() => {
              const add = (what) => sessionStorage.setItem(what, String(1 + Number(sessionStorage.getItem(what) ?? 0)));
              const typed = "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select";
              addEventListener("mousedown", (event) => event.target.closest(typed) || add("clicks"), true);
              addEventListener("change", (event) => {
                if (event.target.matches("select")) {
                  add("clicks");
                } else if (event.target.matches(typed)) {
                  add("fields");
                }
              }, true);
            })()""";

    static Clicks on(Visitor visitor) {
        visitor.page().addInitScript(COUNTING);
        return new Clicks(visitor.page());
    }

    void startAgain() {
        page.evaluate("sessionStorage.clear()");
    }

    /** What the task has taken since the last start; the numbers are those that people were promised. */
    void took(int clicks, int fields) {
        assertThat(new int[] {counted("clicks"), counted("fields")})
                .as("clicks and fields, at %s", page.url())
                .containsExactly(clicks, fields);
    }

    private int counted(String what) {
        return ((Number) page.evaluate("what => Number(sessionStorage.getItem(what) ?? 0)", what)).intValue();
    }
}
