package io.hairline.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldTimeTests {

    @Test
    void tellsOtherDetailsFromThoseThatWereShown() {
        SubmittedForm ben = form("Ben", "token-1");

        assertThat(HeldTime.fingerprint(ben)).isEqualTo(HeldTime.fingerprint(form("Ben", "token-2")));
        assertThat(HeldTime.fingerprint(ben)).isNotEqualTo(HeldTime.fingerprint(form("Carl", "token-1")));
        assertThat(HeldTime.fingerprint(ben)).isNotEqualTo(HeldTime.fingerprint(SubmittedForm.empty()));
    }

    private static SubmittedForm form(String name, String csrf) {
        return HeldTime.form(Map.of("givenName", name, "email", "one@example.org", "_csrf", csrf));
    }
}
