/** What the client tells in a consultation: how the hair was lost, how it should look, and what is expected. */
@NamedInterface("history")
@NullMarked
package io.hairline.treatment.consultation.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
