package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.PortalIT;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A browser that opens the address of a form gets the page that the form is on. */
class FormAddressesIT extends PortalIT {

    @Autowired
    FormAddresses addresses;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Test
    void haveAPageEach() {
        Set<RequestMappingInfo> all = mappings.getHandlerMethods().keySet();

        assertThat(all.stream()
                        .filter(it -> it.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        .flatMap(FormAddressesIT::addressesOf)
                        .filter(it ->
                                !addresses.isPage(it) && addresses.above(it).isEmpty()))
                .containsExactly("/language");
    }

    @ParameterizedTest
    @CsvSource({
        "/me/data/contact, /me/data",
        "/clinic/cln_1/clients/cli_1/payments/pay_1/refund, /clinic/cln_1/clients/cli_1",
        "/clinic/cln_1/clients/cli_1/sale, /clinic/cln_1/clients/cli_1",
        "/dashboard/royalties/rst_1/issue, /dashboard/royalties/rst_1"
    })
    void leadToThePageTheyAreOn(String form, String page) {
        assertThat(addresses.above(form)).contains(page);
    }

    @Test
    void redirectABrowser() throws Exception {
        HttpResponse<String> answer = send(request("/language").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/"));
    }

    private static Stream<String> addressesOf(RequestMappingInfo it) {
        var patterns = it.getPathPatternsCondition();
        return patterns == null
                ? Stream.empty()
                : patterns.getPatterns().stream()
                        .map(pattern -> pattern.getPatternString().replaceAll("\\{[^}]*}", "x"));
    }
}
