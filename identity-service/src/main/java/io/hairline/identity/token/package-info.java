/**
 * The OAuth2 and OpenID Connect endpoints: code with PKCE for people, rotating refresh tokens, short tokens for guests.
 * What was given to whom is kept by {@code identity.authorization}.
 */
@NullMarked
package io.hairline.identity.token;

import org.jspecify.annotations.NullMarked;
