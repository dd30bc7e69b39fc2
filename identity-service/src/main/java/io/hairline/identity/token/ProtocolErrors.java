package io.hairline.identity.token;

import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.INVALID_CLIENT;
import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.INVALID_GRANT;
import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.INVALID_REQUEST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program what it asked for wrongly and what to do, in the shape of RFC 6749, 5.2. */
@Component
class ProtocolErrors implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final JsonMapper json;

    ProtocolErrors(JsonMapper json) {
        this.json = json;
    }

    /** It said nothing by which it could be known. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        write(response, new OAuth2Error(INVALID_CLIENT));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        write(
                response,
                why instanceof OAuth2AuthenticationException it ? it.getError() : new OAuth2Error(INVALID_REQUEST));
    }

    private void write(HttpServletResponse response, OAuth2Error error) throws IOException {
        boolean unknown = error.getErrorCode().equals(INVALID_CLIENT);
        response.setStatus((unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String description = Objects.requireNonNullElseGet(error.getDescription(), () -> advice(error.getErrorCode()));
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of("error", error.getErrorCode(), "error_description", description)));
    }

    private static String advice(String code) {
        return code.equals(INVALID_GRANT)
                ? "The code or refresh_token is unknown, used up or expired, or another program's: log in again."
                : "Send grant_type and client_id; with authorization_code also code, redirect_uri and code_verifier,"
                        + " with refresh_token the refresh_token.";
    }
}
