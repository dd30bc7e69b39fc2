package io.hairline.portal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where people reach the brand, told to services by us alone, so that no visitor's Host header ends in a link. */
@ConfigurationProperties("hairline.security")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") URI issuer) {

    public String scheme() {
        return issuer.getScheme();
    }

    public String host() {
        return issuer.getPort() < 0 ? issuer.getHost() : issuer.getHost() + ":" + issuer.getPort();
    }

    public int port() {
        if (issuer.getPort() >= 0) {
            return issuer.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    public boolean isSecure() {
        return "https".equals(scheme());
    }
}
