package io.hairline.identity.login;

import java.net.URI;
import java.util.Set;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser may do with our pages. A form's redirects count as the form's: the clients' addresses are allowed. */
public final class ContentSecurityPolicy implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private final String contentSecurityPolicy;

    public ContentSecurityPolicy(Set<String> redirects) {
        StringBuilder formAction = new StringBuilder("form-action 'self'");
        redirects.stream()
                .map(URI::create)
                .map(ContentSecurityPolicy::origin)
                .distinct()
                .sorted()
                .forEach(it -> formAction.append(' ').append(it));
        contentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'; " + formAction;
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String origin(URI redirect) {
        boolean anyPort = "127.0.0.1".equals(redirect.getHost());
        return redirect.getScheme() + "://" + (anyPort ? "127.0.0.1:*" : redirect.getAuthority());
    }
}
