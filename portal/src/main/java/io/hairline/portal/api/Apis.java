package io.hairline.portal.api;

import io.hairline.portal.gateway.ServiceAddresses;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The services behind the pages. */
@Component
public class Apis {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(8);

    private final ObjectProvider<Bearer> bearer;
    private final ServiceAddresses services;
    private final RestClient http;

    Apis(ObjectProvider<Bearer> bearer, ServiceAddresses services) {
        this.bearer = bearer;
        this.services = services;
        JdkClientHttpRequestFactory bounded = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        bounded.setReadTimeout(READ);
        this.http = RestClient.builder()
                .requestFactory(bounded)
                .requestInterceptor(Apis::fromTheCallersAddress)
                .build();
    }

    /** Services limit what one address may do; a call off the request's own thread counts as the portal's. */
    private static ClientHttpResponse fromTheCallersAddress(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page) {
            request.getHeaders().set("X-Forwarded-For", page.getRequest().getRemoteAddr());
        }
        return execution.execute(request, body);
    }

    /** As seen by one caller; it may be used on any thread. */
    public record Seen(Api headOffice, Api booking, Api treatment, Api notification) {}

    /** With the token of the person who asked for the running page. */
    public Seen mine() {
        return seen(bearer.getObject().token());
    }

    /** What everybody may read. */
    public Seen everybodys() {
        return seen("");
    }

    /** With a token that isn't the session's own, such as a guest's. */
    public Seen with(String token) {
        return seen(token);
    }

    private Seen seen(String token) {
        return new Seen(
                new Api(http, services.headoffice(), "Head office", token),
                new Api(http, services.booking(), "Booking", token),
                new Api(http, services.treatment(), "Treatment", token),
                new Api(http, services.notification(), "Notification", token));
    }
}
