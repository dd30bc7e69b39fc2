package io.hairline.portal.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Services;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.PlanChanges;
import io.hairline.portal.gateway.Upstream;
import io.hairline.portal.session.CurrentUser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** New opening hours that leave appointments outside are sent only after a second click. */
class HoursQuestionTests {

    private static final String CLINIC =
            "{\"id\":\"cln_1\",\"code\":\"BER\",\"name\":\"Berlin\",\"regionId\":\"reg_1\","
                    + "\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\",\"latitude\":52,\"longitude\":13,\"version\":4}";

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aManagerAsks() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("stf_1", "", List.of()));
    }

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    @Test
    void areAskedAboutFirst() {
        ExtendedModelMap model = new ExtendedModelMap();

        assertThat(change(fields(), model)).isEqualTo("hours");

        assertThat(model.get("confirm")).isInstanceOfSatisfying(PlanChanges.Confirmation.class, it -> {
            assertThat(it.count()).isEqualTo(2);
            assertThat(it.action()).isEqualTo("/clinic/cln_1/hours");
        });
        assertThat(asked)
                .anyMatch(it -> it.startsWith("GET") && it.contains("conflicts") && it.contains("MONDAY"))
                .noneMatch(it -> it.startsWith("POST"));
    }

    @Test
    void areSentOnceTheyAreConfirmed() {
        MultiValueMap<String, String> fields = fields();
        fields.add("confirmed", "yes");

        assertThat(change(fields, new ExtendedModelMap())).startsWith("redirect:");

        assertThat(asked).anyMatch(it -> it.startsWith("POST") && it.contains("/clinics/cln_1/hours"));
    }

    private static MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("once", "once-1");
        fields.add("version", "4");
        fields.add("MONDAY.from", "11:00");
        fields.add("MONDAY.until", "18:00");
        return fields;
    }

    private String change(MultiValueMap<String, String> fields, ExtendedModelMap model) {
        try (Upstream services = new Upstream();
                AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            services.does(exchange -> {
                String path = exchange.getRequestURI().toString();
                asked.add(exchange.getRequestMethod() + " " + path);
                Upstream.json(exchange, answer(path));
            });
            beans.registerBean(Apis.class, () -> Services.at(services.address()));
            List.of(
                            Catalogue.class,
                            CurrentUser.class,
                            ClinicFrame.class,
                            BusinessTime.class,
                            PlanChanges.class,
                            HoursController.class)
                    .forEach(beans::registerBean);
            beans.refresh();
            return beans.getBean(HoursController.class)
                    .change("cln_1", fields, model, new RedirectAttributesModelMap());
        }
    }

    private static String answer(String path) {
        if (path.contains("/conflicts")) {
            return "{\"count\":2,\"items\":[]}";
        }
        if (path.endsWith("/me")) {
            return "{\"subject\":\"stf_1\",\"roles\":[{\"role\":\"CLINIC_MANAGER\",\"clinicId\":\"cln_1\"}]}";
        }
        return path.contains("/clinics/") ? CLINIC : "{\"items\":[" + CLINIC + "],\"nextCursor\":null}";
    }
}
