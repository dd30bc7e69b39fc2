/** What a client has to fill in or sign. */
@NullMarked
package io.hairline.portal.forms;

import org.jspecify.annotations.NullMarked;
