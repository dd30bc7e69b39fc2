/** What treatment-service tells the franchise: that something was done, never what a chart says about it. */
@NullMarked
package io.hairline.contracts.treatment;

import org.jspecify.annotations.NullMarked;
