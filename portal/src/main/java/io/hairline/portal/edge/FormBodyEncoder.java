package io.hairline.portal.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.server.mvc.filter.FormFilter;
import org.springframework.stereotype.Component;

/** Writes a form's body anew where it is passed on. Our own pages' forms stay as they are: it would empty their fields. */
@Component
class FormBodyEncoder extends FormFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        boolean passedOn = Stream.of("/api/", "/oauth2/", "/connect/", "/login", "/logout", "/userinfo")
                .anyMatch(path::startsWith);
        if (passedOn) {
            super.doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
