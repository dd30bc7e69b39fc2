/**
 * What a clinic brings when it joins the brand: its clients and their past appointments, as tables. Every rule is the
 * services'.
 */
@NullMarked
package io.hairline.portal.transfer;

import org.jspecify.annotations.NullMarked;
