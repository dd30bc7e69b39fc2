package io.hairline.kit.autoconfigure;

import io.hairline.kit.web.ProblemValve;
import io.hairline.kit.web.ReadableRequestValve;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What Tomcat refuses itself, it refuses as a problem; what it can't parse goes no further. For each port of a service. */
public final class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
            context.getPipeline().addValve(new ReadableRequestValve());
        });
    }
}
