package io.hairline.portal.desk;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.hairline.portal.api.Apis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A browser that loads the address of a refused form again comes back to the page of the client. */
class ReloadedFormsTests {

    private final Apis apis = mock(Apis.class);
    private final ClientCardController cards = mock(ClientCardController.class);
    private final MockMvc browser = MockMvcBuilders.standaloneSetup(
                    new RefundController(apis, cards), new ProductSaleController(apis, cards))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"/payments/pay_1/refund", "/sale"})
    void leadToTheClient(String form) throws Exception {
        browser.perform(get("/clinic/cln_1/clients/cli_1" + form))
                .andExpect(redirectedUrl("/clinic/cln_1/clients/cli_1"));
    }
}
