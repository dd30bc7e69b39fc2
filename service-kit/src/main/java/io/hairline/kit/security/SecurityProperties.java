package io.hairline.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer public URL of the issuer, as it stands in tokens
 * @param jwks internal address of its keys
 * @param audience what a token's {@code aud} must hold: the name of the brand's API at the issuer
 */
@ConfigurationProperties("hairline.security")
public record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://127.0.0.1:8085/oauth2/jwks") String jwks,
        @DefaultValue(KitSecurity.API_AUDIENCE) String audience) {}
