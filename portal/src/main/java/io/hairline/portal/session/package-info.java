/**
 * Log-in of people for the pages: authorization code with PKCE at the brand's issuer. Tokens stay in the session on the
 * server and are refreshed there; the browser has a cookie that no script can read.
 */
@NullMarked
package io.hairline.portal.session;

import org.jspecify.annotations.NullMarked;
