package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectPathsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/a\r\nLocation: //elsewhere.example",
                ""
            })
    void leadNowhereElse(String wanted) {
        assertThat(RedirectPaths.path(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/me", "/clinic/cln_1/book?practitionerId=prc_1&at=2026-11-30T09:00"})
    void leadToThesePages(String wanted) {
        assertThat(RedirectPaths.path(wanted)).isEqualTo(wanted);
    }
}
