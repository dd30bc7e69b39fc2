/** What people ask before they are clients, for the desk that answers. */
@NullMarked
package io.hairline.portal.enquiry;

import org.jspecify.annotations.NullMarked;
