/** What a file for people must show, read back from the file. */
@NullMarked
package io.hairline.portal.document;

import org.jspecify.annotations.NullMarked;
