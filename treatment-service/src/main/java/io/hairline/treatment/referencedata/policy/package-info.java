/** What head office's policy says of treatment, layer by layer, and what follows from it in a clinic on a day. */
@NamedInterface("policy")
@NullMarked
package io.hairline.treatment.referencedata.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
