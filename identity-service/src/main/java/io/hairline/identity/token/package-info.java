/**
 * The OAuth2 and OpenID Connect endpoints: code with PKCE for people, rotating refresh tokens, short tokens for guests.
 * Authorizations lie sealed in MongoDB, where every instance finds them.
 */
@NullMarked
package io.hairline.identity.token;

import org.jspecify.annotations.NullMarked;
