/**
 * Clients who were erased: what no law keeps goes at once, the chart when its retention ends.
 * Emits ClientDataErased; hears ClientErased.
 */
@NullMarked
package io.hairline.treatment.erasure;

import org.jspecify.annotations.NullMarked;
