package io.hairline.portal.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The map of the public address: the first line that fits a path decides. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Where the services' OpenAPI documents are. */
    static final String DOCUMENTS = "/api/docs/";

    private final ServiceAddresses services;
    private final DemoClockBarrier everyClock;

    Routes(ServiceAddresses services, DemoClockBarrier everyClock) {
        this.services = services;
        this.everyClock = everyClock;
    }

    @Bean
    RouterFunction<ServerResponse> entrance() {
        return api("booking", services.booking(), "clinics/{id}/calendar")
                .and(demoClock())
                .and(api("booking", services.booking(), "clients", "availability", "holds", "appointments", "courses"))
                .and(api("booking", services.booking(), "payments", "enquiries", "waitlist", "tasks", "reason-codes"))
                .and(api("booking", services.booking(), "past-appointments", "held-back-stock", "table-imports"))
                .and(api("booking", services.booking(), "invitations", "ledger", "gift-cards", "prepaid", "duplicates"))
                .and(api("booking", services.booking(), "calendar-links", "calendar-feeds", "linked-appointment"))
                .and(api("booking", services.booking(), "erasures", "email-confirmation"))
                .and(api("head-office", services.headoffice(), "regions", "owners", "clinics", "practitioners"))
                .and(api("head-office", services.headoffice(), "licences", "services", "policies", "people", "me"))
                .and(api("head-office", services.headoffice(), "trainings"))
                .and(api("head-office", services.headoffice(), "dashboard", "royalty-agreements", "royalty-statements"))
                .and(api("head-office", services.headoffice(), "settlements", "touch-up-fairness", "compliance"))
                .and(api("head-office", services.headoffice(), "imports", "exports", "alert-rules", "alerts"))
                .and(api("treatment", services.treatment(), "consultations", "charts", "questionnaires", "consents"))
                .and(api("treatment", services.treatment(), "consent-templates", "patch-tests", "identity-checks"))
                .and(api("treatment", services.treatment(), "plans", "sessions", "readiness", "lots", "recalls"))
                .and(api("treatment", services.treatment(), "adverse-events", "touch-ups", "sharing-passes"))
                .and(api("treatment", services.treatment(), "access-log", "recall-notices"))
                .and(api("treatment", services.treatment(), "photos", "healing-assessments", "match-card"))
                .and(api("treatment", services.treatment(), "aftercare-plans", "aftercare-replies", "self-checks"))
                .and(api("treatment", services.treatment(), "adverse-event-reports"))
                .and(api("notification", services.notification(), "messages", "preferences", "templates"))
                .and(api("notification", services.notification(), "webhooks", "inbox"))
                .and(nobody("/api/v1/**"))
                .and(to("identity", services.identity(), "/oauth2/**", "/.well-known/**", "/connect/**"))
                .and(to("identity", services.identity(), "/login/**", "/logout", "/userinfo", "/demo/logins"));
    }

    @Bean
    RouterFunction<ServerResponse> references() {
        return reference("headoffice", services.headoffice())
                .and(reference("booking", services.booking()))
                .and(reference("treatment", services.treatment()))
                .and(reference("notification", services.notification()));
    }

    private RouterFunction<ServerResponse> demoClock() {
        return api("booking", services.booking(), "demo/clock").filter((request, next) -> {
            ServerResponse answer = next.handle(request);
            boolean moved = HttpMethod.POST.equals(request.method())
                    && answer.statusCode().is2xxSuccessful();
            return !moved || everyClock.follows(request)
                    ? answer
                    : GatewayProblems.serviceUnavailable("One service's clock");
        });
    }

    private static RouterFunction<ServerResponse> api(String service, URI address, String... resources) {
        return to(
                        service,
                        address,
                        Stream.of(resources).map(it -> "/api/v1/" + it + "/**").toArray(String[]::new))
                .filter((request, next) -> ProxiedResponse.neverCached(next.handle(request)));
    }

    private static RouterFunction<ServerResponse> to(String service, URI address, String... patterns) {
        RequestPredicate anyOfThem = Stream.of(patterns)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return route(service).route(anyOfThem, http()).before(uri(address)).build();
    }

    private static RouterFunction<ServerResponse> reference(String service, URI address) {
        return route(service)
                .GET(DOCUMENTS + service, http())
                .before(uri(address))
                .before(setPath("/v3/api-docs"))
                .build();
    }

    private static RouterFunction<ServerResponse> nobody(String pattern) {
        return route("nobody")
                .route(path(pattern), _ -> GatewayProblems.notFound())
                .build();
    }
}
