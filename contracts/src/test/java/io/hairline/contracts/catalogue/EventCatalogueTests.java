package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTests {

    private static final Path PAGE = Written.DOCS.resolve("events.md");

    @Test
    void isWhatTheRecordsSay() {
        String page = EventCatalogue.write();

        if (Written.WANTED) {
            Written.write(PAGE, page);
        }
        assertThat(Written.read(PAGE)).as(Written.HOW).isEqualTo(page);
    }
}
