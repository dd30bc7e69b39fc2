/** The sessions into which lots went that no session might use any more when they were signed. Emits and hears nothing. */
@NullMarked
package io.hairline.treatment.session.heldlot;

import org.jspecify.annotations.NullMarked;
