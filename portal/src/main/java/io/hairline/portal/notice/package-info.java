/** What pages say after a call, from the call's answer. */
@NullMarked
package io.hairline.portal.notice;

import org.jspecify.annotations.NullMarked;
