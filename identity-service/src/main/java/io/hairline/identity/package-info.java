/**
 * Says who somebody is, to people and machines, by OpenID Connect; never what they may do. Any other OIDC issuer can
 * take its place. Several instances share keys, log-in sessions and authorizations through MongoDB.
 */
@NullMarked
package io.hairline.identity;

import org.jspecify.annotations.NullMarked;
