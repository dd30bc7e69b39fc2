/**
 * The demo clinics' first stock, so that somebody can be treated at once; made through the same use case as everybody's.
 * Only there when the brand is a demo.
 */
@NullMarked
package io.hairline.treatment.demo;

import org.jspecify.annotations.NullMarked;
