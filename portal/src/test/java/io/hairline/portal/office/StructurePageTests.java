package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.pages.RenderedSection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class StructurePageTests {

    @ParameterizedTest
    @CsvSource({"owners, companyName, 1", "owners, email, 0", "regions, code, 0"})
    void marksTheRefusedFieldOfTheFormThatWasSent(String added, String field, int marked) {
        ApiProblem refused = ApiProblem.input(field, "field.unreadable");

        String owners = RenderedSection.of(
                "structure", "owners-title", Map.of("added", added, "alert", refused, "owners", List.of()));

        assertThat(owners.split("aria-invalid=\"true\"", -1)).hasSize(marked + 1);
        LocaleContextHolder.resetLocaleContext();
    }
}
