package io.hairline.portal.api;

import io.hairline.portal.gateway.ServiceAddresses;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
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
    /** A phone with a poor connection sends 25 MB in some minutes. */
    private static final Duration FILE = Duration.ofMinutes(5);

    private static final Pattern CLINIC_PAGE = Pattern.compile("^/clinic/(cln_[0-9a-z]+)(?:/|$)");

    private final ObjectProvider<Bearer> bearer;
    private final ServiceAddresses services;
    private final RestClient http;
    private final RestClient files;

    Apis(ObjectProvider<Bearer> bearer, ServiceAddresses services) {
        this.bearer = bearer;
        this.services = services;
        this.http = RestClient.builder()
                .requestFactory(calls(READ))
                .requestInterceptor(Apis::fromTheCallersAddress)
                .build();
        // An interceptor would hold the whole body.
        this.files = RestClient.builder()
                .requestFactory(calls(FILE))
                .requestInitializer(it -> setCallersAddress(it.getHeaders()))
                .build();
    }

    private static JdkClientHttpRequestFactory calls(Duration read) {
        JdkClientHttpRequestFactory bounded = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        bounded.setReadTimeout(read);
        return bounded;
    }

    /** Services limit what one address may do; a call off the request's own thread counts as the portal's. */
    private static ClientHttpResponse fromTheCallersAddress(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        setCallersAddress(request.getHeaders());
        return execution.execute(request, body);
    }

    private static void setCallersAddress(HttpHeaders headers) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page) {
            headers.set("X-Forwarded-For", page.getRequest().getRemoteAddr());
        }
    }

    /** A page of a clinic shows what that clinic may read, also to somebody who works in several. */
    private static @Nullable String clinicOfPage() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)) {
            return null;
        }
        Matcher clinic = CLINIC_PAGE.matcher(page.getRequest().getRequestURI());
        return clinic.find() ? clinic.group(1) : null;
    }

    /** With the token of the person who asked for the running page. */
    public CallerApis mine() {
        return as(bearer.getObject().token());
    }

    /** What everybody may read. */
    public CallerApis everybodys() {
        return as("");
    }

    /** With a token that isn't the session's own, such as a guest's. */
    public CallerApis with(String token) {
        return as(token);
    }

    private CallerApis as(String token) {
        return new CallerApis(
                new Api(new ServiceCalls(http, files, services.headoffice(), "Head office", token, null)),
                new Api(new ServiceCalls(http, files, services.booking(), "Booking", token, null)),
                new Api(new ServiceCalls(http, files, services.treatment(), "Treatment", token, clinicOfPage())),
                new Api(new ServiceCalls(http, files, services.notification(), "Notification", token, null)));
    }
}
