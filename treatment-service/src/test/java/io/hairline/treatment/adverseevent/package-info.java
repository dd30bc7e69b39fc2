@NullMarked
package io.hairline.treatment.adverseevent;

import org.jspecify.annotations.NullMarked;
