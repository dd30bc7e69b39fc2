/** What is seen and felt of the scalp in a consultation, beside its type. */
@NamedInterface("examination")
@NullMarked
package io.hairline.treatment.consultation.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
