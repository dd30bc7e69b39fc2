/** Clients whose records were merged because they are one person: each service reads the ids of both as one. */
@NullMarked
package io.hairline.kit.merge;

import org.jspecify.annotations.NullMarked;
