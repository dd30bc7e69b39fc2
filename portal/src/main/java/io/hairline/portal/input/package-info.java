/** What people fill in, as the services' bodies. */
@NullMarked
package io.hairline.portal.input;

import org.jspecify.annotations.NullMarked;
