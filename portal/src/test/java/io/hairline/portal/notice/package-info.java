/** What pages say after a call. */
@NullMarked
package io.hairline.portal.notice;

import org.jspecify.annotations.NullMarked;
