/** What visitors do without an account: find a clinic, and book a free consultation with a guest's token. */
@NullMarked
package io.hairline.portal.visit;

import org.jspecify.annotations.NullMarked;
