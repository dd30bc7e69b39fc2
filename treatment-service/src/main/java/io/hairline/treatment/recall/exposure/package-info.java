/** Where a batch was used, and on whom: read from the sessions and the patch tests, without anything that is sealed. */
@NullMarked
package io.hairline.treatment.recall.exposure;

import org.jspecify.annotations.NullMarked;
