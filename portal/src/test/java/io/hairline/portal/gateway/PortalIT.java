package io.hairline.portal.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal with two services behind it that do what a test says, and the others away. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "hairline.security.issuer=https://brand.example",
            "hairline.portal.read=400ms",
            "hairline.portal.connections=4",
            "hairline.portal.body=64KB",
            "hairline.services.treatment=http://127.0.0.1:1",
            "hairline.services.headoffice=http://127.0.0.1:1"
        })
public abstract class PortalIT {

    protected static final Upstream booking = new Upstream();
    protected static final Upstream identity = new Upstream();

    final HttpClient visitor = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("hairline.services.booking", booking::address);
        registry.add("hairline.services.identity", identity::address);
    }

    protected int port() {
        return port;
    }

    protected Browser browser() {
        return new Browser(URI.create("http://127.0.0.1:" + port));
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
