/**
 * The client's signature under the hairline that a consultation drew, without which the first needle of its course waits. A design
 * that is corrected needs another one.
 * Emits {@code HairlineApproved}.
 */
@NullMarked
package io.hairline.treatment.hairline;

import org.jspecify.annotations.NullMarked;
