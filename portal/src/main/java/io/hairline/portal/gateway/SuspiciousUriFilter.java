package io.hairline.portal.gateway;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Paths that two servers may read differently, such as one with an encoded slash or dots, go no further. */
@Component
class SuspiciousUriFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setRejectSuspiciousURIs(true));
    }
}
