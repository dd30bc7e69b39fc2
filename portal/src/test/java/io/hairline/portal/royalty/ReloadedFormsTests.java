package io.hairline.portal.royalty;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.document.PdfDocuments;
import io.hairline.portal.session.CurrentUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A browser that loads the address of a refused form again comes back to the statement. */
class ReloadedFormsTests {

    private final MockMvc browser = MockMvcBuilders.standaloneSetup(new RoyaltyController(
                    mock(Apis.class),
                    mock(Catalogue.class),
                    mock(CurrentUser.class),
                    mock(BusinessTime.class),
                    mock(PdfDocuments.class)))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"issue", "finalise", "dispute", "resolve"})
    void leadToTheStatement(String form) throws Exception {
        browser.perform(get("/wall/royalties/rst_1/" + form)).andExpect(redirectedUrl("/wall/royalties/rst_1"));
    }
}
