/** Files for people who print or forward what a page shows, in the reader's language. */
@NullMarked
package io.hairline.portal.document;

import org.jspecify.annotations.NullMarked;
