package io.hairline.portal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.client.MyCourseController.RecallNotice;
import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client's start page as a browser gets it. */
class MyCoursePageTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Test
    void leadsToARecallThatIsNotConfirmedYet() {
        assertThat(RenderedSection.of("me", "recall-title", Map.of("recalled", true)))
                .contains("A recall concerns you", "href=\"/me/record\"");
        assertThat(RenderedSection.of("me", "recall-title", Map.of("recalled", false)))
                .doesNotContain("/me/record");
    }

    @Test
    void asksNoMoreOfARecallThatIsKnownOrTakenBack() {
        assertThat(new RecallNotice(null, null).waits()).isTrue();
        assertThat(new RecallNotice(NOW, null).waits()).isFalse();
        assertThat(new RecallNotice(null, NOW).waits()).isFalse();
    }
}
