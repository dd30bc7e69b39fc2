package io.hairline.portal.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where each service listens, as seen from the portal. */
@ConfigurationProperties("hairline.services")
public record ServiceAddresses(
        @DefaultValue("http://127.0.0.1:8081") URI headoffice,
        @DefaultValue("http://127.0.0.1:8082") URI booking,
        @DefaultValue("http://127.0.0.1:8083") URI treatment,
        @DefaultValue("http://127.0.0.1:8084") URI notification,
        @DefaultValue("http://127.0.0.1:8085") URI identity) {}
