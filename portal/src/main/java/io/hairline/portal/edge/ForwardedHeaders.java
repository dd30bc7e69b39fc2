package io.hairline.portal.edge;

import io.hairline.portal.PublicAddress;
import io.hairline.portal.ResponseHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;

/** What is added to a call on its way in and taken from its answer on its way out. */
@Configuration(proxyBeanMethods = false)
class ForwardedHeaders {

    /** A demo's history is told to the services themselves; nobody rewrites it from outside. */
    private static final String AS_OF = "Hairline-As-Of";

    private static final int AFTER_THE_VISITORS_OWN_ARE_REMOVED = 100;

    @Bean
    @Order(AFTER_THE_VISITORS_OWN_ARE_REMOVED)
    RequestHttpHeadersFilter forwardedHeadersFilter(PublicAddress address) {
        return (received, request) -> {
            HttpHeaders headers = HttpHeaders.copyOf(received);
            headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
            headers.set("X-Forwarded-Proto", address.scheme());
            headers.set("X-Forwarded-Host", address.host());
            headers.set("X-Forwarded-Port", String.valueOf(address.port()));
            headers.set(
                    ResponseHeadersFilter.CORRELATION_ID,
                    ResponseHeadersFilter.correlationId(request.servletRequest()));
            headers.remove(HttpHeaders.EXPECT);
            headers.remove(AS_OF);
            return headers;
        };
    }

    @Bean
    ResponseHttpHeadersFilter whatStaysInside() {
        return (received, _) -> {
            HttpHeaders headers = HttpHeaders.copyOf(received);
            headers.remove(ResponseHeadersFilter.CORRELATION_ID);
            headers.remove("Server");
            return headers;
        };
    }
}
