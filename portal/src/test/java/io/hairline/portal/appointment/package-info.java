@NullMarked
package io.hairline.portal.appointment;

import org.jspecify.annotations.NullMarked;
