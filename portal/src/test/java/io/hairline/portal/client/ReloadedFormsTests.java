package io.hairline.portal.client;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.hairline.portal.api.Apis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A browser that loads the address of a refused form again comes back to the client's own data. */
class ReloadedFormsTests {

    private final MockMvc browser = MockMvcBuilders.standaloneSetup(new DataController(mock(Apis.class)))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"contact", "email-confirmation"})
    void leadToTheClientsData(String form) throws Exception {
        browser.perform(get("/me/data/" + form)).andExpect(redirectedUrl("/me/data"));
    }
}
